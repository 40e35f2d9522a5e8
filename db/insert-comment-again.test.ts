import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { insertComment } from './insert-comment'
import { comments, follows, guests } from './schema'
import { commentOf, storeComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { listLetters } from './testing/letters'

describe.each(drivers)('a comment that is sent again, over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const insert = (given: Parameters<typeof storeComment>[1]) => storeComment(database.db, given)
  async function rowsOf(postId: string) {
    return database.db.select().from(comments).where(eq(comments.postId, postId)).orderBy(comments.number)
  }

  test('sent twice with one key is stored once, whatever it says the second time', async () => {
    const key = randomUUID()
    const first = await insert({ postId: 'key', key })
    const second = await insert({ postId: 'key', key, body: 'Changed my mind' })
    expect(second).toEqual({ ...first, repeated: true, mayHaveLetters: true })
    expect(await rowsOf('key')).toHaveLength(1)
  })

  test.each(['with one key', 'without a key'])(
    'sent again %s has its writer hear of replies, if they asked for that the second time alone',
    async (how) => {
      const nell = { email: 'nell@example.org', emailHash: `nell ${how}` }
      const given = {
        postId: `wish ${how}`,
        body: how,
        key: how === 'with one key' ? randomUUID() : null,
        ...nell,
      }
      const wishes = () => database.db.select().from(follows).where(eq(follows.guestKey, nell.emailHash))
      const first = await insert({ ...given, status: 'held' })
      expect(await wishes()).toEqual([])
      for (let time = 0; time < 2; time++) {
        expect(await insert({ ...given, status: 'held', wantsLetters: true })).toEqual({
          ...first,
          repeated: true,
          mayHaveLetters: true,
        })
      }
      expect(await wishes()).toMatchObject([{ postId: given.postId, commentId: first.comment.id }])
      const letters = await listLetters(database.db)
      expect(letters.filter(({ work }) => JSON.stringify(work).includes(nell.emailHash))).toHaveLength(1)
    },
  )

  test('sent again when it was deleted is followed by nobody', async () => {
    const given = {
      postId: 'wish too late',
      key: randomUUID(),
      email: 'tam@example.org',
      emailHash: 'tam too late',
    }
    const { comment } = await insert(given)
    await database.db.update(comments).set({ status: 'removed' }).where(eq(comments.id, comment.id))
    await insert({ ...given, wantsLetters: true })
    expect(await database.db.select().from(follows).where(eq(follows.guestKey, given.emailHash))).toEqual([])
  })

  test('with the key of a comment on another post is neither stored nor told of that comment', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const key = randomUUID()
    await insert({ postId: 'key here', key, status: 'held' })
    expect(await insertComment(commentOf({ postId: 'key there', key }), database.db)).toMatchObject({
      ok: false,
      reason: 'unavailable',
    })
    log.mockRestore()
    expect(await rowsOf('key there')).toEqual([])
  })

  test('sent again under its key and another address has nobody else written to', async () => {
    const key = randomUUID()
    const given = { postId: 'wish', key, emailHash: 'w1', email: 'w1@post.example' }
    const first = await insert(given)
    const other = { ...given, emailHash: 'w2', email: 'w2@post.example', wantsLetters: true }
    expect(await insert(other)).toEqual({ ...first, repeated: true, mayHaveLetters: true })
    const known = async () =>
      (await database.db.select({ key: guests.key }).from(guests)).map(({ key }) => key)
    expect(await known()).not.toContain('w2')
    expect(await insert({ ...given, wantsLetters: true })).toEqual({
      ...first,
      repeated: true,
      mayHaveLetters: true,
    })
    expect(await known()).toContain('w1')
  })

  test('sent twice without a key is the same only when place, name, e-mail and words are', async () => {
    const given = { postId: 'words', body: 'Me too.', emailHash: 'e1' }
    const first = await insert(given)
    expect(await insert(given)).toEqual({ ...first, repeated: true, mayHaveLetters: true })
    const others = [
      { ...given, body: 'Me too!' },
      { ...given, name: 'Ned' },
      { ...given, emailHash: 'e2' },
      { ...given, emailHash: null },
      { ...given, parentNumber: 1 },
      { ...given, postId: 'words elsewhere' },
      { ...given, forAuthor: true, status: 'held' as const },
    ]
    for (const other of others) expect(await insert(other)).toMatchObject({ repeated: false })
    expect(await insert({ ...given, parentNumber: 1 })).toMatchObject({ repeated: true })
  })

  test('may be said again the day after', async () => {
    const given = { postId: 'tomorrow', body: 'Good morning.' }
    const first = await insert(given)
    await database.db
      .update(comments)
      .set({ createdAt: sql`now() - interval '24 hours 1 minute'` })
      .where(eq(comments.id, first.comment.id))
    expect(await insert(given)).toMatchObject({ repeated: false, comment: { number: 2 } })
  })

  test('is stored once each when twenty are sent twice at the same time, ten times over', async () => {
    for (let post = 0; post < 10; post++) {
      const given = Array.from({ length: 20 }, (_, index) =>
        commentOf({ postId: `doubles ${post}`, key: index % 2 ? randomUUID() : null }),
      )
      const results = await Promise.all(
        [...given, ...given].map((comment) => insertComment(comment, database.db)),
      )
      expect(results.filter((result) => !result.ok)).toEqual([])
      expect(results.filter((result) => result.ok && result.repeated)).toHaveLength(20)
      const rows = await rowsOf(`doubles ${post}`)
      expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    }
  })
})
