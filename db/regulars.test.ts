import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideComments } from './decide-comments'
import { setStanding } from './people'
import { listRegulars } from './regulars'
import { comments, guests } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('the regulars over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  /** Somebody with as many published comments as days are given, who asked to be listed. */
  async function insertPerson(key: string, days: number[], given: Partial<typeof guests.$inferInsert> = {}) {
    const proved = { confirmedAt: new Date(), listedAt: new Date() }
    await database.db.insert(guests).values({ key, email: `${key}@example.org`, ...proved, ...given })
    const ids: string[] = []
    for (const day of days) {
      const id = await addComment(database.db, {
        postId: 'regulars',
        name: `${key} ${day}`,
        website: day === 3 ? null : `https://${key}-${day}.example/`,
        emailHash: key,
        email: `${key}@example.org`,
      })
      const latestPost = day === 2 ? { blog: key, title: `${key} wrote`, url: 'https://b.example/' } : null
      const publishedAt = new Date(Date.UTC(2026, 0, day))
      await database.db.update(comments).set({ publishedAt, latestPost }).where(eq(comments.id, id))
      ids.push(id)
    }
    return ids
  }

  const names = async () => (await listRegulars(database.db)).map(({ name }) => name)

  test('nobody is one before they are', async () => {
    expect(await names()).toEqual([])
  })

  test('whoever asked, proved their address and was published three times is one; last speakers first', async () => {
    await insertPerson('wren', [1, 2, 3])
    await insertPerson('tam', [4, 1, 2, 3])
    await insertPerson('two', [1, 2])
    await insertPerson('unasked', [1, 2, 3], { listedAt: null })
    const [first, second, ...others] = await listRegulars(database.db)
    expect(others).toEqual([])
    expect(first).toMatchObject({ name: 'tam 4', comments: 4, lastAt: new Date(Date.UTC(2026, 0, 4)) })
    expect(second).toEqual({
      name: 'wren 3',
      swatch: '0123456789abcdef',
      website: 'https://wren-2.example/',
      latestPost: { blog: 'wren', title: 'wren wrote', url: 'https://b.example/' },
      comments: 3,
      lastAt: new Date(Date.UTC(2026, 0, 3)),
      isTrusted: false,
    })
  })

  test('what waits, is the author’s or was taken down counts for nobody', async () => {
    const [, , last = ''] = await insertPerson('ode', [1, 2, 5])
    for (const given of [
      { status: 'held' as const },
      { byAuthor: true },
      { forAuthor: true, status: 'held' as const },
    ])
      await addComment(database.db, { postId: 'regulars', emailHash: 'ode', name: 'ode', ...given })
    expect((await listRegulars(database.db)).find(({ name }) => name === 'ode 5')?.comments).toBe(3)
    await decideComments([last], 'remove', database.db)
    expect(await names()).not.toContain('ode 2')
  })

  test('trust is told, and the blocked are not named', async () => {
    await setStanding('wren', 'trusted', database.db)
    await setStanding('tam', 'blocked', database.db)
    expect((await listRegulars(database.db)).map(({ name, isTrusted }) => [name, isTrusted])).toEqual([
      ['wren 3', true],
    ])
  })

  test('whoever takes it back is gone', async () => {
    await database.db.update(guests).set({ listedAt: null }).where(eq(guests.key, 'wren'))
    expect(await names()).toEqual([])
  })
})
