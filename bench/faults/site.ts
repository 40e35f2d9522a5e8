import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { findFreePort } from '../../db/testing/free-port'
import { listProcesses } from '../../db/testing/list-processes'
import { type Action, copyBuild, distDir, readActions } from '../../db/testing/standing-build'
import { type OwnPostgres, startOwnPostgres } from '../../db/testing/start-test-postgres'
import { statusOf } from './fault'
import { endSite, hasEnded, opened, startSite } from './site-process'
import { addressOf, startSlowProxy, through } from './slow-proxy'

/** The build of a second instance beside the first. */
const distDirBeside = '.next-e2e-beside'
const shiftClock = new URL('./shift-clock.mjs', import.meta.url).href
const blogsHere = new URL('./blogs-here.mjs', import.meta.url).href
/** Whoever knows it may have done at once what is done by the clock, on a site with a mail server. */
export const cronSecret = 'a secret for the clock'
const slug = 'sometimes-we-fail'
/** In milliseconds: so long after something failed a site that ended for it has done so. */
const ENDING = 6_000
/** A blog is talked about all over, not on one page. */
export const talkedAbout = [slug, 'a-kind-no', 'enough-for-a-hat', 'on-waiting']
/** In every statement that reads a page of comments, and in none that writes one. */
const readsComments = ['"parents"."name"', '"latest_post"']
/** What makes a comment stay: the statement that stores it alone, or the commit after it where more is written. */
const commits = [['insert into "comments"'], ['commit\0']]
const committed = [['is_letter_due\0'], ['COMMIT\0']]

/** A production build of the blog, served by the same command as `npm start`, and what can happen to it. */
export type Site = {
  url: string
  slug: string
  /** The address of the post that is commented on. */
  post: string
  target: { driver: 'embedded'; dataDir: string } | { driver: 'pg'; url: string }
  appPid(): number
  /** Where the server's inspector listens once it is opened. Needs `inspected`. */
  inspectorPort: number
  buildId(): string
  /** Every server action of the build, by the name it has in our code. */
  actions(): Action[]
  /** All that the site has said since it was first started. */
  said(): string
  /** The next start builds anew, as after a deploy. */
  forgetBuild(): void
  /** From now on a page's read of its comments takes so many milliseconds longer. Needs `slowProxy`. */
  slowDownReads(ms: number): void
  /** From now on everything that is said to the database takes so many milliseconds longer. Needs `slowProxy`. */
  holdQueries(ms: number): void
  /** From now on every commit takes so many milliseconds longer on its way, and its answer as many. Needs `slowProxy`. */
  holdCommits(ms: number): void
  /** Milliseconds that each query since the last call took. Needs `slowProxy`. */
  takeQueryTimes(): number[]
  /** Kills one part with -9 and resolves when what was left has ended by itself. */
  killPart(part: 'app' | 'database'): Promise<void>
  /** Starts again what was killed; gives the milliseconds until the post answered 200. */
  startAgain(): Promise<number>
  /** No file of a Postgres of its own may grow beyond so many bytes; null lifts that. */
  limitFiles(bytes: number | null): void
  stopDatabase(): Promise<void>
  startDatabase(): Promise<void>
}

type Options = {
  /** Milliseconds by which the clock of its processes is wrong. */
  clock?: number
  /** A second instance beside this one, with the same database, from a copy of the build. */
  beside?: Site
  /** Where the data folder is made; else where temporary files are. */
  folder?: string
  postgres?: 'own' | 'embedded'
  /** Comments are limited, and so many hops of `X-Forwarded-For` are believed. */
  limited?: number
  slowProxy?: boolean
  inspected?: boolean
  /** All blogs are on this machine, whatever their names, and read there. */
  blogsHere?: boolean
  /** The mail server that takes its letters; else they are written as files. */
  smtpUrl?: string
  /** `kept`: the one of all sites lies in the data folder already, as after the first start; `made`: by this site. */
  actionKey?: 'kept' | 'made'
}

// One key for all sites of all runs, so that one build serves them until something changes.
const keptKey = Buffer.from('a key of no site but these, only').toString('base64')
const sitePort = await findFreePort()
const inspectorPort = await findFreePort()

let sharedPostgres: Promise<OwnPostgres> | undefined

/** The one Postgres of all sites that do not bring their own database. */
export function findOrStartPostgres(): Promise<OwnPostgres> {
  sharedPostgres ??= startOwnPostgres()
  return sharedPostgres
}

/** Ends what the sites of a run have shared. */
export async function endSites(): Promise<void> {
  await (await sharedPostgres)?.stop()
}

/** Brings a site up on a database without comments, hands it to `use`, and removes everything. */
export async function withSite<T>(options: Options, use: (site: Site) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'faults-'))
  const dataDir = join(folder, 'data')
  const postgres = options.postgres === 'embedded' ? null : await findOrStartPostgres()
  if (options.actionKey !== 'made') {
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'action-key'), keptKey)
  }
  const proxy = options.slowProxy && postgres ? await startSlowProxy(addressOf(postgres.url)) : null
  const shared = options.beside?.target.driver === 'pg' ? options.beside.target.url : undefined
  const own = shared ?? (postgres ? await postgres.createDatabase() : '')
  const port = options.beside ? await findFreePort() : sitePort
  if (options.beside) copyBuild(distDirBeside)
  const env = {
    PORT: String(port),
    NEXT_DIST_DIR: options.beside ? distDirBeside : distDir,
    CLOCK_SHIFT: String(options.clock ?? 0),
    POSTGRES_URL: proxy ? through(own, proxy) : own,
    DATA_DIR: dataDir,
    COMMENT_LIMITS: options.limited === undefined ? 'off' : 'on',
    TRUSTED_PROXIES: String(options.limited ?? 0),
    SMTP_URL: options.smtpUrl ?? '',
    MAIL_FROM: options.smtpUrl ? 'author@blog.example' : '',
    CRON_SECRET: options.smtpUrl ? cronSecret : '',
    FETCH_LOOPBACK: options.blogsHere ? 'on' : 'off',
    NODE_OPTIONS: [
      ...(options.inspected ? [`--inspect-port=127.0.0.1:${inspectorPort}`] : []),
      ...(options.clock ? [`--import=${shiftClock}`] : []),
      ...(options.blogsHere ? [`--import=${blogsHere}`] : []),
    ].join(' '),
  }

  let isDown = false
  let isLimited = false
  let said = ''
  const begin = () => {
    const begun = startSite(env)
    for (const stream of [begun.stdout, begun.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    return begun
  }
  let starter = begin()
  const databasePid = () =>
    z.object({ pid: z.number() }).parse(JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'))).pid
  const appPid = () => {
    const app = listProcesses().find(
      ({ parent, name }) => parent === starter.pid && name.startsWith('next-server'),
    )
    if (!app) throw new Error('The site has no server.')
    return app.pid
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
      inspectorPort,
      buildId: () => readFileSync(join(distDir, 'BUILD_ID'), 'utf8'),
      actions: readActions,
      said: () => said,
      forgetBuild: () => rmSync(join(distDir, 'stand.json')),
      slowDownReads: (ms) => proxy?.hold(ms > 0 ? [readsComments] : [], ms),
      holdQueries: (ms) => proxy?.hold(ms > 0 ? [['']] : [], ms),
      holdCommits(ms) {
        proxy?.hold(ms > 0 ? commits : [], ms)
        proxy?.holdAnswers(ms > 0 ? committed : [], ms)
      },
      takeQueryTimes: () => proxy?.takeTimes() ?? [],
      async killPart(part) {
        const ended = once(starter, 'exit')
        process.kill(part === 'app' ? appPid() : databasePid(), 'SIGKILL')
        await ended
      },
      async startAgain() {
        const begun = performance.now()
        starter = begin()
        await opened(starter)
        const status = await statusOf(post)
        if (status !== 200) throw new Error(`after a restart ${post} answered ${status}`)
        return performance.now() - begun
      },
      limitFiles(bytes) {
        isLimited = bytes !== null
        postgres?.limitFiles(bytes)
      },
      async stopDatabase() {
        isDown = true
        await postgres?.crash()
      },
      async startDatabase() {
        await postgres?.restart()
        isDown = false
      },
    }).catch(async (error: unknown) => {
      // One that ends takes a moment, and fails whoever asks it meanwhile.
      if (!hasEnded(starter)) await Promise.race([once(starter, 'exit'), wait(ENDING)])
      if (!hasEnded(starter)) throw error
      throw new Error(`The site had ended, and said last: ${said.trim().split('\n').at(-1)}`, {
        cause: error,
      })
    })
  } finally {
    await endSite(starter)
    await proxy?.stop()
    if (isDown) await postgres?.restart()
    if (isLimited) postgres?.limitFiles(null)
    rmSync(folder, { recursive: true, force: true })
    if (options.beside) rmSync(distDirBeside, { recursive: true, force: true })
  }
}
