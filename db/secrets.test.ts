import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { secrets } from './schema'
import { findAddressKey, findOrMakeSecret, forgetOldAddressKeys } from './secrets'
import { drivers, type TestDatabase } from './testing/drivers'
import { runElsewhere } from './testing/run-elsewhere'

describe.each(drivers)('a secret over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  test('is made once and found from then on', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => findOrMakeSecret('avatars', database.db)))
    expect(new Set(made).size).toBe(1)
    expect(made[0]).toMatch(/^[\w-]{43}$/)
    expect(await findOrMakeSecret('avatars', database.db)).toBe(made[0])
    expect(await findOrMakeSecret('letters', database.db)).not.toBe(made[0])
  })

  test('that was deleted is used for a minute more at most', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const first = await findOrMakeSecret('deleted', database.db)
    const [afterMinute] = timers.mock.calls.filter(([, delay]) => delay === 60_000)
    timers.mockRestore()
    await database.db.delete(secrets).where(eq(secrets.name, 'deleted'))
    expect(await findOrMakeSecret('deleted', database.db)).toBe(first)
    afterMinute?.[0]()
    expect(await findOrMakeSecret('deleted', database.db)).not.toBe(first)
  })

  test('for addresses lives for a day and is forgotten after seven', async () => {
    const noon = new Date('2026-11-24T12:00:00Z')
    const first = await findAddressKey(noon, database.db)
    expect(await findAddressKey(new Date('2026-11-24T23:59:59Z'), database.db)).toBe(first)
    await database.db
      .update(secrets)
      .set({ createdAt: sql`now() - interval '6 days'` })
      .where(sql`${secrets.value} = ${first}`)
    expect(await findAddressKey(new Date('2026-11-30T00:00:00Z'), database.db)).not.toBe(first)
    expect(await findAddressKey(noon, database.db)).toBe(first)
    await database.db
      .update(secrets)
      .set({ createdAt: sql`now() - interval '8 days'` })
      .where(sql`${secrets.value} = ${first}`)
    await forgetOldAddressKeys(database.db)
    const kept = await database.db.select({ value: secrets.value }).from(secrets)
    expect(kept.map(({ value }) => value)).not.toContain(first)
    expect(kept.length).toBeGreaterThan(1)
  })

  test('for addresses makes room for itself when it is the first of its day', async () => {
    const first = await findAddressKey(new Date('2027-01-01T12:00:00Z'), database.db)
    await database.db
      .update(secrets)
      .set({ createdAt: sql`now() - interval '8 days'` })
      .where(sql`${secrets.value} = ${first}`)
    await findAddressKey(new Date('2027-01-02T12:00:00Z'), database.db)
    expect(await findAddressKey(new Date('2027-01-01T12:00:00Z'), database.db)).not.toBe(first)
  })
})

// The bridge is known to this process alone.
test.each(drivers.filter(({ driver }) => driver !== 'vercel'))(
  'a secret that two processes want at once over $driver is one',
  async ({ start }) => {
    const database = await start()
    const script =
      "import { findOrMakeSecret } from './db/secrets.ts'; console.log(await findOrMakeSecret('shared'))"
    const made = await Promise.all([1, 2, 3].map(() => runElsewhere(script, database.target)))
    expect(made[0]).toMatch(/^[\w-]{43}$/)
    expect(new Set(made).size).toBe(1)
    await database.stop()
  },
)
