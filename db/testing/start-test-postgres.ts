/**
 * A real Postgres for tests: the server that `POSTGRES_TEST_URL` names, else one of our own in a temporary
 * folder, which `stop` removes. It listens on a free loopback port, and whoever connects is `postgres`.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../migrate'
import { createDatabase, runOn } from './create-database'
import { findBinaries } from './find-binaries'
import { findFreePort } from './free-port'
import { listProcesses, stillRunning } from './list-processes'

export type TestPostgres = {
  /** The server's own database. */
  url: string
  /** The name of a database with all tables, to copy. */
  template: string
  /** A database with all tables and no rows, in well under a second; gives its URL. */
  createDatabase: () => Promise<string>
  /** Ends it in order and removes everything. */
  stop: () => Promise<void>
}

/** A server of our own can also be killed, and started again with its rows, on the same port. */
export type OwnPostgres = TestPostgres & {
  crash: () => Promise<void>
  restart: () => Promise<void>
  /** No file of it may grow beyond so many bytes, as on a full disk; null lifts that. Takes `prlimit`, which Linux has. */
  limitFiles: (bytes: number | null) => void
}

const nobody = 65_534

export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.POSTGRES_TEST_URL
  if (!given) return startOwnPostgres()
  const template = await makeTemplate(given)
  const made = [template]
  return {
    url: given,
    template,
    async createDatabase() {
      const url = await createDatabase(given, template)
      made.push(new URL(url).pathname.slice(1))
      return url
    },
    async stop() {
      for (const name of made) await runOn(given, `drop database if exists "${name}" with (force)`)
    },
  }
}

/** A server of our own. Only with `fsync` does a commit wait for the disk, as a site's does; without, its power must not be cut. */
export async function startOwnPostgres(fsync: 'on' | 'off' = 'off'): Promise<OwnPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'unpicked-postgres-'))
  const bin = readableBinaries(findBinaries(), home)
  const user = isRoot() ? { uid: nobody, gid: nobody } : {}
  if (isRoot()) chownSync(home, nobody, nobody)
  const data = join(home, 'data')
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync']
  execFileSync(join(bin, 'initdb'), ['--pgdata', data, ...options], { ...user, cwd: home, stdio: 'pipe' })

  const port = await findFreePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const settings = [
    'unix_socket_directories=',
    'listen_addresses=127.0.0.1',
    'max_connections=300',
    `fsync=${fsync}`,
  ].flatMap((setting) => ['-c', setting])
  let server: ChildProcess

  async function start() {
    // Right after a crash it refuses to come up until all that is left of the old server has ended.
    for (let tries = 0; tries < 50; tries++) {
      server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
        ...user,
        cwd: home,
        stdio: 'ignore',
      })
      if (await answers(url, server)) return
    }
    throw new Error('Postgres did not come up.')
  }
  async function end(signal: NodeJS.Signals) {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  await start()
  process.once('exit', () => server.kill('SIGQUIT'))

  const template = await makeTemplate(url)
  return {
    url,
    template,
    createDatabase: () => createDatabase(url, template),
    crash: () => end('SIGKILL'),
    restart: start,
    limitFiles(bytes) {
      // What it has started has a limit of its own each; what it starts from now on has the same.
      for (const { pid, parent } of listProcesses()) {
        if (pid !== server.pid && parent !== server.pid) continue
        const limit = ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:`]
        const { status, stderr } = spawnSync('prlimit', limit, { ...user, cwd: home, encoding: 'utf8' })
        // One whose client has left ends meanwhile.
        if (status !== 0 && stillRunning([pid]).length > 0) throw new Error(`prlimit failed: ${stderr}`)
      }
    },
    async stop() {
      // "Fast" in the manual's words: sessions are ended, everything is written down.
      await end('SIGINT')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Root's own folders are closed to the user that Postgres must run as: then it gets a copy. */
function readableBinaries(folder: string, home: string): string {
  if (!isRoot() || folder.startsWith('/usr/')) return folder
  const copy = join(home, 'postgres')
  cpSync(dirname(folder), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

async function makeTemplate(url: string): Promise<string> {
  const template = await createDatabase(url)
  await migrate({ driver: 'pg', url: template })
  return new URL(template).pathname.slice(1)
}

/** True as soon as it does; false when it has ended instead. */
async function answers(url: string, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await wait(50)
    }
  }
  return false
}
