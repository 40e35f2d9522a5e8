import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { endWithUs } from '../db/testing/end-with-us'
import { listProcesses } from '../db/testing/list-processes'

export type BlogProcess = {
  /** Everything it has said until now. */
  said: () => string
  /** Resolves when it says this; throws with what it did say when it ends without. */
  says: (text: string) => Promise<void>
  /** The exit code, or null when a signal ended it. */
  ended: Promise<number | null>
  /** To the whole group, as a terminal does. */
  signalGroup: (signal: NodeJS.Signals) => void
  /** Ends it when it is still running; gives the exit code. */
  stop: () => Promise<number | null>
  /** All processes it consists of, by what they are. */
  parts: () => { npm: number; starter: number; database: number; server: number }
}

/** Runs `npm start` in a group of its own, which ends with this process at the latest. */
export function startBlog(env: Record<string, string>): BlogProcess {
  const npm = spawn('npm', ['start'], {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const group = npm.pid
  if (group === undefined) throw new Error('There is no npm to start.')
  let said = ''
  const closed = once(npm, 'close')
  const ended = once(npm, 'exit').then(([code]): number | null => code)
  endWithUs(group, ended)
  const signalGroup = (signal: NodeJS.Signals) => process.kill(-group, signal)
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  return {
    said: () => said,
    async says(text) {
      while (!said.includes(text)) {
        const heard = once(npm.stdout, 'data').then(() => true)
        if (!(await Promise.race([heard, closed.then(() => false)]))) throw new Error(`It ended.\n${said}`)
      }
    },
    ended,
    signalGroup,
    stop() {
      if (npm.exitCode === null && npm.signalCode === null) signalGroup('SIGTERM')
      return ended
    },
    parts() {
      const starter = find((process) => process.parent === group && process.name.includes('cli/start.ts'))
      const child = (name: string) =>
        find((process) => process.parent === starter && process.name.includes(name))
      return { npm: group, starter, database: child('embedded/server'), server: child('next-server') }
    },
  }
}

function find(isIt: (process: { parent: number; name: string }) => boolean): number {
  const found = listProcesses().find(isIt)
  if (!found) throw new Error('No such process is running.')
  return found.pid
}
