import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comments } from './schema'
import { listStillWaiting } from './still-waiting'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('who still waits over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const insert = (given: Parameters<typeof addComment>[1]) => addComment(database.db, given)
  async function list(postId: string) {
    const all = await listStillWaiting({ limit: 100 }, database.db)
    return all.filter((row) => row.postId === postId)
  }

  test('a question waits until the author answers it, however far below', async () => {
    await insert({ postId: 'asked', body: 'Did the plumber come?' })
    await insert({ postId: 'asked', parentNumber: 1, body: 'I hope so.' })
    expect(await list('asked')).toEqual([
      {
        id: expect.any(String),
        postId: 'asked',
        number: 1,
        name: 'Nell',
        body: 'Did the plumber come?',
        publishedAt: expect.any(Date),
        why: 'question',
      },
    ])
    const reply = { postId: 'asked', parentNumber: 2, body: 'He did. Would you believe it?', byAuthor: true }
    const held = await insert({ ...reply, status: 'held' })
    expect(await list('asked')).toHaveLength(1)
    await database.db.delete(comments).where(eq(comments.id, held))
    await insert(reply)
    expect(await list('asked')).toEqual([])
    await insert({ postId: 'asked', parentNumber: 3, body: 'Which one, though?' })
    expect((await list('asked')).map(({ number }) => number)).toEqual([4])
  })

  test('the first comment of a person waits for a word, and no later one', async () => {
    await insert({ postId: 'first', emailHash: 'halla', body: 'Hello.' })
    await insert({ postId: 'first', emailHash: 'halla', body: 'Hello again.' })
    await insert({ postId: 'first', body: 'Nobody can know me again.' })
    expect(await list('first')).toMatchObject([{ number: 1, why: 'first' }])
  })

  test.each([
    ['Is it *still up?*', true],
    ['「まだありますか？」と聞いた。まだですか？', true],
    ['Hello.\nAre you there?', true],
    ['Look at https://shop.example/?page=2', false],
    ['> Did you go?\n\nI did.', false],
    ['What?!', true],
  ])('%j asks: %s', async (body, isQuestion) => {
    const postId = `marks ${body}`
    await insert({ postId, body })
    expect(await list(postId)).toHaveLength(isQuestion ? 1 : 0)
  })

  test('the longest wait comes first, but no longer than a year', async () => {
    for (const days of [10, 400, 20]) {
      const id = await insert({ postId: 'waits', body: `For ${days} days?` })
      const publishedAt = new Date(Date.now() - days * 86_400_000)
      await database.db.update(comments).set({ publishedAt }).where(eq(comments.id, id))
    }
    expect((await list('waits')).map(({ body }) => body)).toEqual(['For 20 days?', 'For 10 days?'])
    expect(await listStillWaiting({ limit: 1 }, database.db)).toMatchObject([{ body: 'For 20 days?' }])
  })

  test('more than fifty wait on pages that follow one another, those of one moment too', async () => {
    await database.db.delete(comments)
    const publishedAt = new Date(Date.now() - 3_600_000)
    for (let each = 0; each < 51; each++) await insert({ postId: 'many', body: `Anyone, ${each}?` })
    await database.db.update(comments).set({ publishedAt }).where(eq(comments.postId, 'many'))
    const all = await listStillWaiting({ limit: 100 }, database.db)
    expect(all).toHaveLength(51)
    const first = await listStillWaiting({ limit: 50 }, database.db)
    const from = (id = '') => listStillWaiting({ limit: 50, after: { at: publishedAt, id } }, database.db)
    expect([...first, ...(await from(first.at(-1)?.id))]).toEqual(all)
    expect(await from(all.at(-1)?.id)).toEqual([])
  })

  test('what nobody can see waits for nothing', async () => {
    await insert({ postId: 'unseen', body: 'Anyone?', status: 'held' })
    await insert({ postId: 'unseen', body: 'Anyone?', status: 'spam' })
    expect(await list('unseen')).toEqual([])
  })
})
