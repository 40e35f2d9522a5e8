/**
 * The process of the embedded database, started by `startEmbedded` with an IPC channel. It says once whether
 * it came up, and ends when it is asked to or when the process that started it is gone.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { removeAddress, writeAddress } from './address'
import { endAtPanic, exitAtPanic } from './end-at-panic'
import { keepQueriesWhole } from './keep-queries-whole'
import { FolderInUse, takeLock } from './lock'
import { processStart } from './process-start'
import type { Report } from './report'

/** The major version that PGlite is built from; the rows on disk belong to one major. */
const postgresMajor = '18'
/** What must be free on its disk, in bytes: one more file of its log of writes, 16 MB, and a little. Without, it panics. */
const leastFree = 20 * 2 ** 20
/** 104 bytes on macOS, 108 on Linux, the zero at the end included. */
const longestSocketPath = 103

async function serve(dataDir: string): Promise<() => Promise<void>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const lock = takeLock(dataDir)
  try {
    removeAddress(dataDir)
    assertRoom(dataDir)
    const database = await openDatabase(dataDir)
    const door = makeDoor(dataDir)
    keepQueriesWhole(database)
    // Nothing of it can be closed in order any more; what was acknowledged is in the files.
    endAtPanic(database, () => process.exit(exitAtPanic))
    const server = new PGLiteSocketServer({ db: database, maxConnections: 200, ...door.listen })
    await server.start()
    writeAddress(dataDir, {
      pid: process.pid,
      startedAt: processStart(process.pid) ?? 'unknown',
      ...door.address(server.getServerConn()),
    })
    return async function stop() {
      removeAddress(dataDir)
      // It waits for every client to leave, and one that comes in at this moment is never read from, so it never does.
      await Promise.race([server.stop(), wait(1_000)])
      await database.close()
      door.remove()
      lock.release()
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Opening it on a full disk would neither succeed nor fail. */
function assertRoom(dataDir: string) {
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize >= leastFree) return
  throw new Error(
    `the disk of ${dataDir} has ${Math.floor((bavail * bsize) / 2 ** 20)} MB left, and it needs ${leastFree / 2 ** 20} MB.`,
  )
}

/** A folder is made beside its name and renamed when whole: one that was killed half made is never opened. */
async function openDatabase(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, 'postgres')
  if (!existsSync(folder)) {
    const draft = join(dataDir, 'postgres.new')
    rmSync(draft, { recursive: true, force: true })
    const made = await PGlite.create({ dataDir: draft })
    await made.close()
    renameSync(draft, folder)
  }
  const major = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (major !== postgresMajor) {
    throw new Error(
      `The rows in ${folder} belong to Postgres ${major}, and this version of the blog brings Postgres ${postgresMajor}. ` +
        'Go back to the version that wrote them, save them there with `pg_dump --data-only`, remove the folder, ' +
        'start this version once, and read them in with `psql`.',
    )
  }
  return PGlite.create({ dataDir: folder })
}

type Door = {
  listen: { path: string } | { host: string; port: number }
  address: (listening: string) => { host: string; port: number }
  remove: () => void
}

/** There is no password: the folder of the socket lets nobody in but this user. */
function makeDoor(dataDir: string): Door {
  if (process.platform === 'win32') {
    return {
      listen: { host: '127.0.0.1', port: 0 },
      address: (listening) => ({ host: '127.0.0.1', port: Number(listening.split(':').at(-1)) }),
      remove: () => {},
    }
  }
  const name = '.s.PGSQL.5432'
  const near = join(dataDir, 'socket')
  const folder =
    Buffer.byteLength(join(near, name)) <= longestSocketPath ? near : mkdtempSync(join(tmpdir(), 'unpicked-'))
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  // A server that was killed leaves its socket behind; the lock says that nobody listens on it.
  rmSync(join(folder, name), { force: true })
  return {
    listen: { path: join(folder, name) },
    address: () => ({ host: folder, port: 5432 }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function report(message: Report) {
  if (process.connected) process.send?.(message)
}

const [dataDir] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('Which data folder?')

let leaving = false
const serving = serve(dataDir)

async function leave() {
  if (leaving) return
  leaving = true
  try {
    await (await serving)()
    process.exit(0)
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leave)
process.on('disconnect', leave)

try {
  await serving
  report({ state: 'listening' })
} catch (error) {
  report(
    error instanceof FolderInUse
      ? { state: 'refused', pid: error.pid }
      : { state: 'failed', reason: error instanceof Error ? error.message : String(error) },
  )
  leaving = true
  process.exitCode = 1
  process.disconnect?.()
}
