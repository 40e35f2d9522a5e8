import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { closeDb, openDb } from '../../db/client'
import { createDatabase } from '../../db/testing/create-database'
import type { Fault, Finding } from './fault'
import { findOrStartPostgres } from './site'
import { addressOf, startSlowProxy, through } from './slow-proxy'

const steps = readdirSync('db/migrations').filter((file) => file.endsWith('.sql')).length
const script = `
  import { once } from 'node:events'
  import { migrate } from './db/migrate.ts'
  console.log('ready')
  await once(process.stdin, 'data')
  await migrate()
  process.exit()`

/** Milliseconds that every message to the database takes, so that a moment of a kill falls within the migrating and not before. */
const MESSAGE = 20

/** trust.md R9: what is killed while it migrates leaves nothing half done, and whoever else is at it goes on. */
export const killMigrations: Fault = {
  id: 'R9',
  promise:
    'migrations killed at any moment, or asked for by two instances at once, are done once each by whoever comes next',
  async run(long) {
    const postgres = await findOrStartPostgres()
    const proxy = await startSlowProxy(addressOf(postgres.url))
    proxy.hold([['']], MESSAGE)
    try {
      return await killThem(postgres.url, (url) => through(url, proxy), long ? 20 : 2)
    } finally {
      await proxy.stop()
    }
  },
}

async function killThem(server: string, slowed: (url: string) => string, kills: number): Promise<Finding> {
  const together = await migrateTogether(server, slowed)
  const { duration } = together
  const found = []
  for (let kill = 0; kill < kills; kill += 1) {
    const url = await createDatabase(server)
    // A process takes longer to start than to migrate. Every other time a second instance is at it, too.
    const [killed, again, other] = await Promise.all([
      startMigrator(slowed(url)),
      startMigrator(url),
      kill % 2 === 1 ? startMigrator(slowed(url)) : null,
    ])
    killed.go()
    other?.go()
    // Spread over all of it, and at no particular moment.
    await wait(((kill + Math.random()) / kills) * duration)
    killed.kill()
    const [, end] = await Promise.all([killed.ended, other?.ended])
    const left = await look(url)
    again.go()
    const isDone = (await again.ended) === 0
    found.push({ hasOther: other !== null, isOtherDone: end === 0, left, isDone, after: await look(url) })
  }
  const alone = found.filter(({ hasOther }) => !hasOther)
  const halfDone = alone.filter(({ left }) => left.tables > 0 && !isWhole(left)).length
  const early = alone.filter(({ left }) => !isWhole(left)).length
  const beside = found.filter(({ hasOther }) => hasOther)
  const stopped = beside.filter(({ isOtherDone, left }) => !isOtherDone || !isWhole(left)).length
  const unfinished = found.filter(({ isDone, after }) => !isDone || !isWhole(after)).length
  return {
    // Kills that all come too late would try nothing.
    held: halfDone + unfinished + stopped === 0 && early > 0 && together.isHeld,
    figures: `two at once ${together.isHeld ? 'both came through' : 'did not both come through'}; ${kills} kills within ${duration.toFixed(0)} ms, ${early} of the ${alone.length} of one alone before the end, ${beside.length} of one beside a second instance, which ${stopped} times did not go on; ${halfDone} left half done, ${kills - unfinished} whole when asked for again, ${steps} steps once each`,
  }
}

/** Two instances that start at once: each must come up, and each step be done once. `duration` is that of all steps, in milliseconds. */
async function migrateTogether(server: string, slowed: (url: string) => string) {
  const url = await createDatabase(server)
  const both = await Promise.all([startMigrator(slowed(url)), startMigrator(slowed(url))])
  const begun = performance.now()
  for (const { go } of both) go()
  const first = Promise.race(both.map(({ ended }) => ended)).then(() => performance.now() - begun)
  const ends = await Promise.all(both.map(({ ended }) => ended))
  return { isHeld: ends.every((end) => end === 0) && isWhole(await look(url)), duration: await first }
}

/**
 * A process that is ready to migrate the database of `url`, and does so when it is told to go. Throws with what it
 * said when it ends before it is ready.
 */
async function startMigrator(url: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    env: { ...process.env, POSTGRES_URL: url },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close').then(() => child.exitCode)
  const isReady = await Promise.race([once(child.stdout, 'data').then(() => true), ended.then(() => false)])
  if (!isReady) throw new Error(`A process that was to migrate ended before it was ready.\n${said}`)
  return { go: () => child.stdin.write('go'), kill: () => child.kill('SIGKILL'), ended }
}

const doneSchema = z.object({ rows: z.array(z.object({ hash: z.string() })) })
const tablesSchema = z.object({ rows: z.tuple([z.object({ count: z.number() })]) })

/** What a database holds: the steps that count as done, and how many tables there are at all. */
type State = { done: string[]; tables: number }

async function look(url: string): Promise<State> {
  const db = openDb({ driver: 'pg', url }, { max: 1 })
  try {
    const counted = tablesSchema.parse(
      await db.execute(
        sql`select count(*)::int as count from pg_tables where schemaname in ('public', 'drizzle')`,
      ),
    )
    const tables = counted.rows[0].count
    if (tables === 0) return { done: [], tables }
    const done = doneSchema.parse(await db.execute(sql`select hash from drizzle.__drizzle_migrations`))
    return { done: done.rows.map(({ hash }) => hash), tables }
  } finally {
    await closeDb(db)
  }
}

function isWhole({ done, tables }: State): boolean {
  return tables > 1 && done.length === steps && new Set(done).size === steps
}
