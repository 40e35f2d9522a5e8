import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { treeUsage } from './usage'

type Env = Record<string, string>

/** What a command took: seconds by the clock, seconds of processor, megabytes at the most. */
export type Cost = { seconds: number; cpu: number; megabytes: number }

/** Runs a command of node to its end, and looks five times a second at what it uses. Throws with all that it said when it fails. */
export async function runNode(args: string[], env: Env): Promise<Cost> {
  const begun = performance.now()
  const child = start(args, env)
  const said = listen(child)
  let megabytes = 0
  const cpu = new Map<number, number>()
  const look = setInterval(() => {
    const usage = treeUsage(child.pid ?? 0)
    megabytes = Math.max(megabytes, usage.megabytes)
    for (const [pid, seconds] of usage.cpu) cpu.set(pid, seconds)
  }, 200)
  const [code] = await once(child, 'close')
  clearInterval(look)
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}.\n${said()}`)
  const all = [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0)
  return { seconds: (performance.now() - begun) / 1000, cpu: all, megabytes }
}

export type Running = { pid: number; stop: () => Promise<void> }

/** Starts a command of node that serves, and resolves when it says `ready`. Throws with all that it said when it ends before. */
export async function serveNode(args: string[], env: Env, ready: string): Promise<Running> {
  const child = start(args, env)
  const said = listen(child)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (said().includes(ready)) resolve()
    })
    child.once('close', () => reject(new Error(`node ${args.join(' ')} did not come up.\n${said()}`)))
  })
  return {
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'close')
      child.kill('SIGTERM')
      await ended
    },
  }
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM')
})

function start(args: string[], env: Env): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

function listen(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000)
    })
  }
  return () => said
}
