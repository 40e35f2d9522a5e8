import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { closeDb, type Db, openDb } from './client'
import { decideComments } from './decide-comments'
import { checkDatabase } from './health'
import { migrate } from './migrate'
import { addComment } from './testing/comment-of'
import { createDatabase, runOn } from './testing/create-database'
import { drivers } from './testing/drivers'
import { runElsewhere } from './testing/run-elsewhere'

const steps = readMigrationFiles({ migrationsFolder: 'db/migrations' }).length
const nameSchema = z.object({ rows: z.array(z.object({ name: z.string() })) })
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

/** What would take from the version before this one what it reads, or refuse what it writes (trust.md R9: expand, then contract). */
const contracts =
  /\b(?:drop\s+(?:table|column|type|default)|rename\s+(?:to|column|value)|alter\s+column\s+\S+\s+(?:set\s+not\s+null|(?:set\s+data\s+)?type))\b|\badd\s+column\s+(?![^;]*\bdefault\b)[^;]*\bnot\s+null\b/i

test.each([
  ['ALTER TABLE "comments" DROP COLUMN "website"', true],
  ['DROP TABLE "decisions"', true],
  ['ALTER TABLE "comments" RENAME COLUMN "body" TO "text"', true],
  ['ALTER TABLE "comments" RENAME TO "words"', true],
  ['ALTER TABLE "comments" ALTER COLUMN "website" SET NOT NULL', true],
  ['ALTER TABLE "comments" ALTER COLUMN "number" SET DATA TYPE text', true],
  ['ALTER TABLE "comments" ADD COLUMN "mood" text NOT NULL', true],
  ['ALTER TABLE "comments" ADD COLUMN "mood" text DEFAULT \'\' NOT NULL', false],
  ['ALTER TABLE "comments" ADD COLUMN "mood" text', false],
  ['CREATE TABLE "moods" ("id" uuid NOT NULL)', false],
  ['DROP INDEX "comments_created"', false],
])('%s would break the version before: %s', (statement, breaks) => {
  expect(contracts.test(statement)).toBe(breaks)
})

test('no migration breaks the version before it, which may run on beside the new one', () => {
  const statements = readMigrationFiles({ migrationsFolder: 'db/migrations' }).flatMap(({ sql }) => sql)
  expect(statements.length).toBeGreaterThan(20)
  expect(statements.filter((statement) => contracts.test(statement))).toEqual([])
})

test('a role that may do nothing but with a database of its own is all the blog needs', async () => {
  const url = new URL(await createDatabase(inject('postgres').url))
  const name = url.pathname.slice(1)
  const role = `plain_${name}`
  const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  await runOn(inject('postgres').url, `create role "${role}" ${rights} password 'plain'`)
  await runOn(inject('postgres').url, `alter database "${name}" owner to "${role}"`)
  url.username = role
  url.password = 'plain'
  const target = { driver: 'pg' as const, url: url.href }
  await migrate(target)
  const db = openDb(target, { max: 1 })
  expect(await checkDatabase(db)).toEqual({ ok: true })
  const id = await addComment(db, { postId: 'plain' })
  expect(await decideComments([id], 'remove', db)).toMatchObject({ changed: [id] })
  const { rows } = nameSchema.parse(await db.execute(sql`select current_user as name`))
  expect(rows).toEqual([{ name: role }])
  await closeDb(db)
  await runOn(inject('postgres').url, `drop database "${name}"`)
  await runOn(inject('postgres').url, `drop role "${role}"`)
})

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
