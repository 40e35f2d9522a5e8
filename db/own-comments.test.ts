import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertComment, type NewComment } from './insert-comment'
import { findOwn, listMine } from './own-comments'
import { comments } from './schema'
import { commentOf } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

const wren = 'b'.repeat(64)
const tam = 'c'.repeat(64)

describe.each(drivers)('what a browser wrote, over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  async function insert(given: Partial<NewComment> & { postId: string }) {
    const result = await insertComment(commentOf({ writerHash: wren, ...given }), database.db)
    if (!result.ok) throw new Error(result.reason)
    return result.comment.id
  }
  async function age(id: string, seconds: number) {
    await database.db
      .update(comments)
      .set({ createdAt: sql`now() - make_interval(secs => ${seconds})` })
      .where(eq(comments.id, id))
  }

  test('is told with all that its writer may see, and nothing of how to reach them', async () => {
    await insert({ postId: 'told', writerHash: tam })
    const id = await insert({
      postId: 'told',
      parentNumber: 1,
      status: 'held',
      reasons: ['trap'],
      body: 'Hello?',
      website: 'https://wren.example/',
      email: 'wren@example.org',
      emailHash: 'e'.repeat(64),
      addressHash: 'a'.repeat(64),
      forAuthor: true,
    })
    const own = {
      id,
      postId: 'told',
      number: null,
      parentNumber: 1,
      status: 'held',
      name: 'Nell',
      website: 'https://wren.example/',
      swatch: '0123456789abcdef',
      byAuthor: false,
      forAuthor: true,
      body: 'Hello?',
      shownAt: expect.any(Date),
      editedAt: null,
      secondsLeft: expect.any(Number),
    }
    expect(await listMine('told', wren, database.db)).toEqual([own])
    expect(await findOwn({ postId: 'told', id, writerHash: wren }, database.db)).toEqual(own)
  })

  test('is what others cannot see, and what may still be changed, in the order it was written', async () => {
    const held = await insert({ postId: 'which', status: 'held' })
    await age(held, 86_400)
    const spam = await insert({ postId: 'which', status: 'spam' })
    await age(spam, 3600)
    await age(await insert({ postId: 'which' }), 901)
    const fresh = await insert({ postId: 'which' })
    const removed = await insert({ postId: 'which' })
    await database.db.update(comments).set({ status: 'removed' }).where(eq(comments.id, removed))
    await insert({ postId: 'elsewhere' })
    await insert({ postId: 'which', writerHash: tam })
    await insert({ postId: 'which', writerHash: null })
    const mine = await listMine('which', wren, database.db)
    expect(mine.map(({ id }) => id)).toEqual([held, spam, fresh])
    expect(mine.map(({ secondsLeft }) => secondsLeft)).toEqual([0, 0, expect.any(Number)])
    expect(mine.at(-1)?.secondsLeft).toBeGreaterThan(890)
  })

  test('may be changed for fifteen minutes, to the second', async () => {
    const id = await insert({ postId: 'time' })
    const left = async () =>
      (await findOwn({ postId: 'time', id, writerHash: wren }, database.db))?.secondsLeft
    expect(await left()).toBe(900)
    await age(id, 600)
    expect(await left()).toBe(300)
    await age(id, 900)
    expect(await left()).toBe(0)
    await age(id, -3600)
    expect(await left()).toBe(4500)
  })

  test('is nobody else’s, and is under its own post', async () => {
    const id = await insert({ postId: 'mine' })
    for (const key of [
      { postId: 'mine', id, writerHash: tam },
      { postId: 'elsewhere', id, writerHash: wren },
      { postId: 'mine', id: randomUUID(), writerHash: wren },
    ]) {
      expect(await findOwn(key, database.db)).toBeNull()
    }
    expect(await listMine('mine', tam, database.db)).toEqual([])
  })
})
