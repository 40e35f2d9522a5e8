import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { Run } from './run'

const nextBin = createRequire(import.meta.url).resolve('next/dist/bin/next')
const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href

/** How long Next may take to answer what it has begun, in milliseconds, before it is killed. */
const PATIENCE = 5000

export type NextProcess = {
  /** Resolves with how it ended, in words: `exit code 1` or `SIGKILL`; `null` for a clean end. */
  ended: Promise<string | null>
  /** Tells a server that was started with `HOLD_PAGES` to give out what it has stored: see `page-cache.ts`. */
  releasePages: () => void
}

/**
 * Starts `next` with these arguments as a part of the run. It holds a channel to this process and ends when
 * that closes; a group of its own keeps the terminal's Ctrl-C from it, so that parts end in their order.
 * What it writes goes to `output`, or straight to the terminal. `env` comes on top of this process's, and its NODE_OPTIONS
 * before them.
 */
export function startNext(
  run: Run,
  args: string[],
  env: Record<string, string>,
  output: 'terminal' | ((text: string, from: 'stdout' | 'stderr') => void),
): NextProcess {
  const options = [env.NODE_OPTIONS, process.env.NODE_OPTIONS, `--import=${endWithParent}`]
    .filter(Boolean)
    .join(' ')
  const stream = output === 'terminal' ? 'inherit' : 'pipe'
  const child = fork(nextBin, args, {
    detached: true,
    execArgv: [],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env, NODE_OPTIONS: options },
    stdio: ['ignore', stream, stream, 'ipc'],
  })
  if (output !== 'terminal') {
    for (const from of ['stdout', 'stderr'] as const) {
      child[from]?.setEncoding('utf8').on('data', (text: string) => output(text, from))
    }
  }
  const ended = howItEnded(child)
  run.onEnd(() => stop(child, ended))
  return {
    ended,
    releasePages() {
      // That it has ended meanwhile is told by `ended`, and no second error.
      if (child.connected) child.send('release', () => {})
    },
  }
}

async function howItEnded(child: ChildProcess): Promise<string | null> {
  try {
    await once(child, 'close')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  if (child.signalCode) return child.signalCode
  return child.exitCode === 0 ? null : `exit code ${child.exitCode}`
}

async function stop(child: ChildProcess, ended: Promise<unknown>) {
  child.kill('SIGTERM')
  const kill = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
  await ended
  clearTimeout(kill)
}
