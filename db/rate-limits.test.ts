import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countAgainst } from './rate-limits'
import { rateLimits } from './schema'
import { drivers, type TestDatabase } from './testing/drivers'
import { runElsewhere } from './testing/run-elsewhere'

describe.each(drivers)('a limit over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  /** As if what was counted in `bucket` had happened `minutes` earlier. */
  async function age(bucket: string, minutes: number) {
    const by = sql`make_interval(mins => ${minutes})`
    await database.db
      .update(rateLimits)
      .set({
        times: sql`array(select at - ${by} from unnest(${rateLimits.times}) as at)`,
        expiresAt: sql`${rateLimits.expiresAt} - ${by}`,
      })
      .where(eq(rateLimits.bucket, bucket))
  }

  test('lets through exactly as many of two hundred at once as it says', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => countAgainst('crowd', { count: 30, minutes: 10 }, database.db)),
    )
    expect(answers.filter(Boolean)).toHaveLength(30)
  })

  test('counts every bucket for itself', async () => {
    const limit = { count: 1, minutes: 10 }
    expect(await countAgainst('one', limit, database.db)).toBe(true)
    expect(await countAgainst('other', limit, database.db)).toBe(true)
    expect(await countAgainst('one', limit, database.db)).toBe(false)
  })

  test('holds for any ten minutes, not for those that begin on the hour', async () => {
    const limit = { count: 2, minutes: 10 }
    expect(await countAgainst('sliding', limit, database.db)).toBe(true)
    await age('sliding', 6)
    expect(await countAgainst('sliding', limit, database.db)).toBe(true)
    expect(await countAgainst('sliding', limit, database.db)).toBe(false)
    await age('sliding', 5)
    expect(await countAgainst('sliding', limit, database.db)).toBe(true)
    expect(await countAgainst('sliding', limit, database.db)).toBe(false)
  })

  test('does not count what it refused', async () => {
    const limit = { count: 1, minutes: 10 }
    await countAgainst('refused', limit, database.db)
    await age('refused', 9)
    expect(await countAgainst('refused', limit, database.db)).toBe(false)
    await age('refused', 1)
    expect(await countAgainst('refused', limit, database.db)).toBe(true)
  })

  test('leaves no rows behind that say nothing any more', async () => {
    await countAgainst('old', { count: 5, minutes: 10 }, database.db)
    await age('old', 11)
    await countAgainst('young', { count: 5, minutes: 10 }, database.db)
    const rows = await database.db.select({ bucket: rateLimits.bucket }).from(rateLimits)
    expect(rows.map(({ bucket }) => bucket)).not.toContain('old')
    expect(rows.map(({ bucket }) => bucket)).toContain('young')
  })
})

// The bridge is known to this process alone.
test.each(drivers.filter(({ driver }) => driver !== 'vercel'))(
  'two processes share one limit over $driver, to the last comment',
  async ({ start }) => {
    const database = await start()
    const script = `
      import { countAgainst } from './db/rate-limits.ts'
      const limit = { count: 130, minutes: 10 }
      const answers = await Promise.all(Array.from({ length: 100 }, () => countAgainst('shared', limit)))
      console.log(answers.filter(Boolean).length)`
    const [one, other] = await Promise.all([
      runElsewhere(script, database.target),
      runElsewhere(script, database.target),
    ])
    // More than either asks for: each was let through some, whichever came first.
    expect([Number(one) > 0, Number(other) > 0, Number(one) + Number(other)]).toEqual([true, true, 130])
    await database.stop()
  },
)
