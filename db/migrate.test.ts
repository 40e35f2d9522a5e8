import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkDatabase } from './health'
import { migrate } from './migrate'
import { drivers, type TestDatabase } from './testing/drivers'
import { runElsewhere } from './testing/run-elsewhere'

const countSchema = z.object({ rows: z.array(z.object({ hash: z.string() })) })

async function done({ db }: TestDatabase) {
  return countSchema.parse(await db.execute(sql`select hash from drizzle.__drizzle_migrations`)).rows.length
}

describe.each(drivers)('migrations over $driver', ({ startEmpty }) => {
  test('make the tables once, however often they are asked for', async () => {
    const database = await startEmpty()
    expect(await checkDatabase(database.db)).toEqual({ ok: false, reason: 'the tables are missing' })
    await migrate(database.target)
    expect(await checkDatabase(database.db)).toEqual({ ok: true })
    const first = await done(database)
    await migrate(database.target)
    expect(await done(database)).toBe(first)
    await database.stop()
  })

  test('may be asked for by several starters at once', async () => {
    const database = await startEmpty()
    await Promise.all([migrate(database.target), migrate(database.target), migrate(database.target)])
    expect(await checkDatabase(database.db)).toEqual({ ok: true })
    expect(await done(database)).toBe(1)
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
    expect(await done(database)).toBe(1)
    await database.stop()
  },
)
