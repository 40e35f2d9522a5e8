import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { listChangedWithin } from './conversations'
import { conversations } from './schema'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('conversations over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(async () => {
    vi.useRealTimers()
    await database.stop()
  })

  test('that changed since a page was made are named, those of the last minute before it too', async () => {
    const ago = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`
    await database.db.insert(conversations).values([
      { postId: 'after', changedAt: ago(3500) },
      { postId: 'while', changedAt: ago(3640) },
      { postId: 'before', changedAt: ago(3670) },
    ])
    // An hour off, either way: what asks has no say in what time it is.
    for (const off of [-3_600_000, 3_600_000]) {
      vi.useFakeTimers({ now: Date.now() + off, toFake: ['Date'] })
      expect(await listChangedWithin(3600, database.db)).toEqual(['after', 'while'])
      vi.useRealTimers()
    }
  })
})
