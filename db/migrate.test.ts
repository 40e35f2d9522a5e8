import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { closeDb, type Db, openDb } from './client'
import { checkDatabase } from './health'
import { migrate } from './migrate'
import { createDatabase } from './testing/create-database'
import { drivers } from './testing/drivers'
import { runElsewhere } from './testing/run-elsewhere'

const steps = readMigrationFiles({ migrationsFolder: 'db/migrations' }).length
const countSchema = z.object({ rows: z.array(z.object({ hash: z.string() })) })

async function done(db: Db) {
  return countSchema.parse(await db.execute(sql`select hash from drizzle.__drizzle_migrations`)).rows.length
}

describe.each(drivers)('migrations over $driver', ({ startEmpty }) => {
  test('make the tables once, however many starters ask at once and however often', async () => {
    const database = await startEmpty()
    expect(await checkDatabase(database.db)).toEqual({ ok: false, reason: 'the tables are missing' })
    await Promise.all([migrate(database.target), migrate(database.target), migrate(database.target)])
    expect(await checkDatabase(database.db)).toEqual({ ok: true })
    expect(await done(database.db)).toBe(steps)
    await migrate(database.target)
    expect(await done(database.db)).toBe(steps)
    await database.stop()
  })
})

test.each(drivers.filter(({ driver }) => driver !== 'vercel'))(
  'two processes migrate one database over $driver, each step once',
  async ({ startEmpty }) => {
    const database = await startEmpty()
    const script = "import { migrate } from './db/migrate.ts'; await migrate()"
    await Promise.all([runElsewhere(script, database.target), runElsewhere(script, database.target)])
    expect(await checkDatabase(database.db)).toEqual({ ok: true })
    expect(await done(database.db)).toBe(steps)
    await database.stop()
  },
)

test('killed anywhere, migrations leave the tables whole or not there, and can be asked for again', async () => {
  const script = `
    import { once } from 'node:events'
    import { migrate } from './db/migrate.ts'
    console.log('ready')
    await once(process.stdin, 'data')
    await migrate()`
  const states = new Set<boolean>()
  for (let delay = 0; delay < 60; delay += 6) {
    const url = await createDatabase(inject('postgres').url)
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      env: { ...process.env, POSTGRES_URL: url },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    await once(child.stdout, 'data')
    const ended = once(child, 'exit')
    child.stdin.write('go')
    await wait(delay)
    child.kill('SIGKILL')
    await ended
    const db = openDb({ driver: 'pg', url })
    states.add((await checkDatabase(db)).ok)
    await migrate({ driver: 'pg', url })
    expect(await checkDatabase(db)).toEqual({ ok: true })
    expect(await done(db)).toBe(steps)
    await closeDb(db)
  }
  // At least the earliest kill came before the end, or this test shows nothing.
  expect(states).toContain(false)
})
