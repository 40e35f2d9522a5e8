import { spawnSync } from 'node:child_process'
import { findChromium } from './find-chromium'

const ways = [
  { command: 'npx', args: ['playwright', 'install', 'chromium'], root: false },
  { command: 'apt-get', args: ['update', '-qq'], root: true },
  { command: 'apt-get', args: ['install', '-y', '-qq', 'chromium-headless-shell'], root: true },
  { command: 'apt-get', args: ['install', '-y', '-qq', 'chromium'], root: true },
]

/** The Chromium of this machine; brings one in when there is none. Throws with what each way said when none works. */
export function findOrInstallChromium(): string {
  const said: string[] = []
  for (const { command, args, root } of ways) {
    const found = findChromium()
    if (found) return found
    if (root && process.getuid?.() !== 0) continue
    console.log(`No Chromium yet: ${command} ${args.join(' ')}`)
    const { stdout, stderr, error } = spawnSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 180_000,
    })
    said.push(`${command} ${args.join(' ')}\n${error?.message ?? ''}${stdout}${stderr}`)
  }
  const found = findChromium()
  if (found) return found
  throw new Error(`No Chromium could be found or installed; put one on the PATH.\n${said.join('\n')}`)
}
