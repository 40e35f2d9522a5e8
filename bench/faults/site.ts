import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { like, sql } from 'drizzle-orm'
import { z } from 'zod'
import { closeDb, openDb } from '../../db/client'
import { comments } from '../../db/schema'
import { portOf } from '../../db/testing/port-of'
import { startOwnPostgres } from '../../db/testing/start-test-postgres'
import { type SlowProxy, startSlowProxy } from './slow-proxy'

const distDir = '.next-faults'
const slug = 'sometimes-we-fail'
/** In every statement that reads a page of comments, and in none that writes one. */
const readsComments = ['select', '"latest_post"']

/** A production build of the blog, served by the same command as `npm start`, and what can happen to it. */
export type Site = {
  url: string
  slug: string
  /** The address of the post that is commented on. */
  post: string
  target: { driver: 'embedded'; dataDir: string } | { driver: 'pg'; url: string }
  appPid(): number
  buildId(): string
  /** The next start builds anew, as after a deploy. */
  forgetBuild(): void
  /** From now on a page's read of its comments takes so many milliseconds longer. Needs `slowProxy`. */
  slowDownReads(ms: number): void
  /** Kills one part with -9 and resolves when what was left has ended by itself. */
  killPart(part: 'app' | 'database'): Promise<void>
  /** Starts again what was killed; gives the milliseconds until the post answered 200. */
  startAgain(): Promise<number>
  stopDatabase(): Promise<void>
  startDatabase(): Promise<void>
}

type Options = {
  postgres?: 'own' | 'embedded'
  slowProxy?: boolean
}

// All sites of a run share one address and one key, so that one build serves them all.
const port = await findFreePort()
const actionKey = randomBytes(32).toString('base64')

/** Brings a site up on a database without comments, hands it to `use`, and removes everything. */
export async function withSite<T>(options: Options, use: (site: Site) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const dataDir = join(folder, 'data')
  const postgres = options.postgres === 'embedded' ? null : await startOwnPostgres()
  const proxy = options.slowProxy && postgres ? await startSlowProxy(addressOf(postgres.url)) : null
  const own = postgres ? await postgres.createDatabase() : ''
  const env = { POSTGRES_URL: proxy ? through(own, proxy) : own, DATA_DIR: dataDir }

  let starter = start(env)
  const databasePid = () =>
    z.object({ pid: z.number() }).parse(JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'))).pid
  const appPid = () => {
    const listed = execFileSync('pgrep', ['-P', String(starter.pid), '-f', 'next-server'], {
      encoding: 'utf8',
    })
    return z.coerce.number().int().positive().parse(listed.trim())
  }
  const post = `http://localhost:${port}/posts/${slug}`
  try {
    await opened(starter)
    return await use({
      url: `http://localhost:${port}`,
      slug,
      post,
      target: postgres ? { driver: 'pg', url: own } : { driver: 'embedded', dataDir },
      appPid,
      buildId: () => readFileSync(join(distDir, 'BUILD_ID'), 'utf8'),
      forgetBuild: () => rmSync(join(distDir, 'stand.json')),
      slowDownReads: (ms) => proxy?.hold(ms > 0 ? readsComments : [], ms),
      async killPart(part) {
        const ended = once(starter, 'exit')
        process.kill(part === 'app' ? appPid() : databasePid(), 'SIGKILL')
        await ended
      },
      async startAgain() {
        const begun = performance.now()
        starter = start(env)
        await opened(starter)
        const answer = await fetch(post)
        if (answer.status !== 200) throw new Error(`after a restart ${post} answered ${answer.status}`)
        return performance.now() - begun
      },
      stopDatabase: async () => postgres?.crash(),
      startDatabase: async () => postgres?.restart(),
    })
  } finally {
    await end(starter)
    await proxy?.stop()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How often each text that is like `pattern` (SQL) is stored. */
export async function countBodies(site: Site, pattern: string): Promise<Map<string, number>> {
  const db = openDb(site.target, { max: 1 })
  try {
    const rows = await db
      .select({ body: comments.body, count: sql<number>`count(*)::int` })
      .from(comments)
      .where(like(comments.body, pattern))
      .groupBy(comments.body)
    return new Map(rows.map(({ body, count }) => [body, count]))
  } finally {
    await closeDb(db)
  }
}

export function residentMegabytes(site: Site): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(site.appPid())], { encoding: 'utf8' })
  return Math.round(Number(kilobytes) / 1024)
}

/** How many files the build folder holds: pages that are stored become files there. */
export function diskFiles(): number {
  return readdirSync(distDir, { recursive: true }).length
}

function start(env: Record<string, string>): ChildProcess {
  return fork('cli/start.ts', [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      ...env,
      SITE_URL: `http://localhost:${port}`,
      PORT: String(port),
      HOST: '127.0.0.1',
      CONTENT_DIR: 'content',
      NEXT_DIST_DIR: distDir,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey,
      COMMENT_LIMITS: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** Resolves when the blog is open; rejects with what was said last when it ends before. */
async function opened(starter: ChildProcess): Promise<void> {
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

async function end(starter: ChildProcess) {
  if (starter.exitCode !== null || starter.signalCode !== null) return
  const ended = once(starter, 'exit')
  starter.kill('SIGTERM')
  await ended
}

function addressOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port) }
}

function through(url: string, proxy: SlowProxy): string {
  const changed = new URL(url)
  changed.port = String(proxy.port)
  return changed.href
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  return port
}
