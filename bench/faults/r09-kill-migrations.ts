import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { closeDb, openDb } from '../../db/client'
import { createDatabase } from '../../db/testing/create-database'
import type { Fault } from './fault'
import { findOrStartPostgres } from './site'

const steps = readdirSync('db/migrations').filter((file) => file.endsWith('.sql')).length
const script = `
  import { once } from 'node:events'
  import { migrate } from './db/migrate.ts'
  console.log('ready')
  await once(process.stdin, 'data')
  await migrate()
  process.exit()`

/** trust.md R9: what is killed while it migrates leaves nothing half done, and whoever else is at it goes on. */
export const killMigrations: Fault = {
  id: 'R9',
  promise:
    'migrations killed at any moment, or asked for by two instances at once, are done once each by whoever comes next',
  async run(long) {
    const postgres = await findOrStartPostgres()
    const kills = long ? 20 : 2
    const duration = await timeWhole(postgres.url)
    const found = []
    for (let kill = 0; kill < kills; kill += 1) {
      const url = await createDatabase(postgres.url)
      // A process takes longer to start than to migrate. Every other time a second instance is at it, too.
      const [killed, again, other] = await Promise.all([
        startMigrator(url),
        startMigrator(url),
        kill % 2 === 1 ? startMigrator(url) : null,
      ])
      killed.go()
      other?.go()
      await wait(Math.random() * duration)
      killed.kill()
      await Promise.all([killed.ended, other?.ended])
      const left = await listDone(url)
      again.go()
      await again.ended
      found.push({ hasOther: other !== null, left, after: await listDone(url) })
    }
    const halfDone = found.filter(({ left }) => left.length > 0 && !isWhole(left)).length
    const unfinished = found.filter(({ after }) => !isWhole(after)).length
    const stopped = found.filter(({ hasOther, left }) => hasOther && !isWhole(left)).length
    const early = found.filter(({ hasOther, left }) => !hasOther && left.length === 0).length
    return {
      // Kills that all come too late would try nothing.
      held: halfDone + unfinished + stopped === 0 && (early > 0 || !long),
      figures: `${kills} kills within ${duration.toFixed(0)} ms, ${early} of the ${kills / 2} of one alone before the end, ${kills / 2} of one beside a second instance, which ${stopped} times did not go on; ${halfDone} left half done, ${kills - unfinished} whole when asked for again, ${steps} steps once each`,
    }
  },
}

/** Milliseconds that all migrations take. */
async function timeWhole(url: string): Promise<number> {
  const migrator = await startMigrator(await createDatabase(url))
  const begun = performance.now()
  migrator.go()
  await migrator.ended
  return performance.now() - begun
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
  const ended = once(child, 'close')
  const isReady = await Promise.race([once(child.stdout, 'data').then(() => true), ended.then(() => false)])
  if (!isReady) throw new Error(`A process that was to migrate ended before it was ready.\n${said}`)
  return { go: () => child.stdin.write('go'), kill: () => child.kill('SIGKILL'), ended }
}

const rows = z.object({ rows: z.array(z.object({ hash: z.string() })) })

/** The steps that count as done; none when there is not even the table that counts them. */
async function listDone(url: string): Promise<string[]> {
  const db = openDb({ driver: 'pg', url }, { max: 1 })
  try {
    const done = rows.parse(await db.execute(sql`select hash from drizzle.__drizzle_migrations`))
    await db.execute(sql`select 1 from comments, outbox, studio_sessions, settings limit 1`)
    return done.rows.map(({ hash }) => hash)
  } catch {
    return []
  } finally {
    await closeDb(db)
  }
}

function isWhole(done: string[]): boolean {
  return done.length === steps && new Set(done).size === steps
}
