import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readAddress } from './address'
import { exitAtPanic } from './end-at-panic'
import { FolderInUse, findHolder } from './lock'
import { type Report, reportSchema } from './report'

/** How long the server may take to write everything down, in milliseconds, before it is killed. */
const PATIENCE = 5_000

export type EmbeddedServer = {
  pid: number
  /** Resolves when the process has ended, whoever ended it: with `panic` when it may simply be started again. */
  ended: Promise<'panic' | 'end'>
  /** Lets it write everything down and end; kills it after five seconds. Does nothing the second time. */
  stop: () => Promise<void>
}

/** What the author should hear once, where they see it. */
export const powerNotice =
  'The built-in database survives a crash and a kill, but not a power cut: set POSTGRES_URL for a site you would miss.'

/**
 * Starts the database process of a data folder and resolves when it answers. Throws `FolderInUse`, naming the
 * process, when another one serves that folder, and an `Error` with the reason when it cannot come up.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedServer> {
  const folder = resolve(dataDir)
  await assertUnserved(folder)
  const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [folder], {
    execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm')).href],
    // A group of its own: Ctrl-C must reach the database last, not together with those who write to it.
    detached: true,
  })
  const ended = once(child, 'exit').then(() => (child.exitCode === exitAtPanic ? 'panic' : 'end'))
  const report = await Promise.race([
    firstReport(child),
    ended.then((): Report => ({ state: 'failed', reason: 'it ended at once' })),
  ])
  if (report.state === 'listening') {
    return {
      pid: child.pid ?? 0,
      ended,
      async stop() {
        if (child.connected) child.disconnect()
        // Rows are safe at a kill, so nothing may hold up the end of the site: no long query, no client that stays.
        const kill = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
        await ended
        clearTimeout(kill)
      },
    }
  }
  await ended
  if (report.state === 'refused') throw new FolderInUse(folder, report.pid)
  throw new Error(`The built-in database did not start: ${report.reason}`)
}

async function firstReport(child: ReturnType<typeof fork>): Promise<Report> {
  const [message] = await once(child, 'message')
  return reportSchema.parse(message)
}

/**
 * Throws `FolderInUse` when a server answers for this data folder. One whose starter was killed takes a moment to
 * write everything down; it has withdrawn its address by then, as one that is only coming up has not made it yet:
 * both are waited for.
 */
export async function assertUnserved(dataDir: string): Promise<void> {
  const folder = resolve(dataDir)
  for (let tries = 0; ; tries++) {
    const holder = findHolder(folder)
    if (!holder) return
    const isServed = readAddress(folder)?.pid === holder.pid
    if (isServed || tries === 200) throw new FolderInUse(folder, holder.pid)
    await wait(50)
  }
}
