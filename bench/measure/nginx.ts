import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type Nginx = { stop: () => Promise<void> }

type Options = {
  folder: string
  /** Where it serves `page.html.gz` of the folder, as a plain file. */
  filePort: number
  /** Where it stands in front of the blog, by the configuration that the blog ships. */
  blogPort: number
  /** Where the blog itself listens. */
  upstreamPort: number
}

/** Starts nginx on loopback; null where it is not installed. Throws when it does not come up. */
export async function startNginx({
  folder,
  filePort,
  blogPort,
  upstreamPort,
}: Options): Promise<Nginx | null> {
  if (spawnSync('nginx', ['-v']).error) return null
  mkdirSync(join(folder, 'nginx'), { recursive: true })
  chmodSync(folder, 0o755)
  const shipped = readFileSync('docs/nginx.conf', 'utf8')
    .replace('/var/cache/nginx/unpicked', join(folder, 'nginx', 'cache'))
    .replace('listen 443 ssl;', `listen 127.0.0.1:${blogPort};`)
    .replace(/^ *ssl_certificate.*$/gm, '')
    .replace('127.0.0.1:3000', `127.0.0.1:${upstreamPort}`)
  const config = join(folder, 'nginx', 'nginx.conf')
  writeFileSync(
    config,
    `daemon off; worker_processes 1; user root; pid ${folder}/nginx/pid; error_log stderr;
events { worker_connections 1024; }
http {
  access_log off;
  default_type text/html;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:${filePort};
    root ${folder}/static;
    gzip_static always;
  }
  ${shipped}
}
`,
  )
  const child = spawn('nginx', ['-c', config], { stdio: ['ignore', 'ignore', 'pipe'] })
  process.once('exit', () => child.kill('SIGTERM'))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) break
    const answer = await fetch(`http://127.0.0.1:${filePort}/page.html`).catch(() => null)
    if (answer?.ok) {
      return {
        async stop() {
          const ended = once(child, 'close')
          child.kill('SIGTERM')
          await ended
        },
      }
    }
    await wait(50)
  }
  throw new Error(`nginx did not come up.\n${said}`)
}
