import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listChangedSince } from './conversations'
import { conversations } from './schema'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('conversations over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  test('that changed since a page was made are named, those of the last minute before it too', async () => {
    const built = new Date('2026-11-24T12:00:00Z')
    await database.db.insert(conversations).values([
      { postId: 'after', changedAt: new Date('2026-11-24T12:00:01Z') },
      { postId: 'while', changedAt: new Date('2026-11-24T11:59:30Z') },
      { postId: 'before', changedAt: new Date('2026-11-24T11:58:59Z') },
    ])
    expect(await listChangedSince(built, database.db)).toEqual(['after', 'while'])
  })
})
