import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** All sites of all runs have one address, so that one build serves them until something changes: no page knows of the port it is asked at. */
export const siteUrl = 'http://localhost'

/** The command of `npm start` with these settings, as a process of its own that holds a channel to this one. */
export function startSite(env: Record<string, string>): ChildProcess {
  return fork('cli/start.ts', [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      ...env,
      SITE_URL: siteUrl,
      HOST: '127.0.0.1',
      CONTENT_DIR: 'content',
      // The key of the data folder is the one that carries over a deploy.
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: '',
      AKISMET_KEY: '',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** Resolves when the blog is open; rejects with what was said last when it ends before. */
export async function opened(starter: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [starter.stdout, starter.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-20_000)
        if (said.includes('The blog is open')) resolve()
      })
    }
    starter.once('close', () => reject(new Error(`The site did not come up.\n${said}`)))
  })
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

/** Ends a site in order and resolves when it has ended. */
export async function endSite(starter: ChildProcess): Promise<void> {
  if (hasEnded(starter)) return
  const ended = once(starter, 'exit')
  starter.kill('SIGTERM')
  await ended
}
