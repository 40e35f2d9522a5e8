import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideComments } from './decide-comments'
import { erasePerson } from './erase-person'
import { listFirstPage } from './first-page'
import { dropLatestPostJob } from './latest-post-jobs'
import { type Look, settleLook, takeLook } from './latest-post-looks'
import { comments, outbox, storedNow } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

const website = 'https://wren.example/'
const latestPost = { blog: 'Small Weather', title: 'Rain, again', url: 'https://wren.example/again' }

describe.each(drivers)('looks at latest posts over $driver', ({ start }) => {
  let database: TestDatabase
  let made = 0

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await database.db.delete(outbox)
    made += 1
  })

  const add = (given: Partial<Parameters<typeof addComment>[1]> = {}) =>
    addComment(database.db, { postId: `p${made}`, website, wantsLatestPost: true, latestPost, ...given })
  const makeDue = () => database.db.update(outbox).set({ dueAt: storedNow })
  const daysLeft = async () => {
    const [row] = await database.db
      .select({ days: sql<number>`floor(extract(epoch from ${outbox.dueAt} - now()) / 86400 + 0.001)::int` })
      .from(outbox)
      .where(sql`${outbox.doneAt} is null`)
    return row?.days ?? null
  }
  /** What readers of the post see. */
  const shown = async () =>
    (await listFirstPage(`p${made}`, database.db)).comments.map((each) => each.latestPost)

  async function look(): Promise<Look & { comment: NonNullable<Look['comment']> }> {
    await makeDue()
    const taken = await takeLook(database.db)
    if (!taken?.comment) throw new Error('There was nothing to look at.')
    return { ...taken, comment: taken.comment }
  }

  test('begin after 30 days, and go on every 90 while all is well', async () => {
    const id = await add()
    expect(await takeLook(database.db)).toBeNull()
    expect(await daysLeft()).toBe(30)
    const first = await look()
    expect(first.comment).toEqual({ id, postId: `p${made}`, website, latestPost })
    expect(await takeLook(database.db), 'another caller').toBeNull()
    expect(await daysLeft(), 'should nothing come of it').toBe(7)
    expect(await settleLook(first, 'same', database.db)).toBe(false)
    expect(await daysLeft()).toBe(90)
    expect(await shown()).toEqual([latestPost])
  })

  test('take the link from what is gone twice, a week apart', async () => {
    await add()
    expect(await settleLook(await look(), 'gone', database.db)).toBe(false)
    expect(await daysLeft()).toBe(7)
    expect(await shown()).toEqual([latestPost])
    expect(await settleLook(await look(), 'gone', database.db)).toBe(true)
    expect(await shown()).toEqual([{ ...latestPost, url: null }])
    expect(await daysLeft()).toBeNull()
  })

  test('leave it to what was back in between, or said nothing', async () => {
    await add()
    for (const seen of ['gone', 'same', 'gone', 'unknown', 'unknown'] as const)
      expect(await settleLook(await look(), seen, database.db)).toBe(false)
    expect(await shown()).toEqual([latestPost])
    expect(await daysLeft()).toBe(7)
  })

  test('take the link from what leads elsewhere at two looks', async () => {
    await add()
    expect(await settleLook(await look(), 'moved', database.db)).toBe(false)
    expect(await shown()).toEqual([latestPost])
    expect(await settleLook(await look(), 'moved', database.db)).toBe(true)
    expect(await shown()).toEqual([{ ...latestPost, url: null }])
    expect(await daysLeft()).toBeNull()
  })

  test('hold what is something else at two looks, and keep it for the author', async () => {
    const id = await add()
    expect(await settleLook(await look(), { nowCalled: 'Down for an hour' }, database.db)).toBe(false)
    expect(await daysLeft()).toBe(7)
    expect(await shown(), 'it may be back by then').toEqual([latestPost])
    const nowCalled = 'Cheap pills'
    expect(await settleLook(await look(), { nowCalled }, database.db)).toBe(true)
    expect(await shown()).toEqual([null])
    const [row] = await database.db.select().from(comments).where(eq(comments.id, id))
    expect(row?.latestPost).toEqual({ ...latestPost, nowCalled })
    expect(await daysLeft()).toBeNull()
  })

  test('are for what readers see: the rest waits, and what was forgotten is let go', async () => {
    const id = await add({ status: 'held', emailHash: 'e'.repeat(64) })
    await makeDue()
    expect(await takeLook(database.db)).toBeNull()
    await decideComments([id], 'publish', database.db)
    await settleLook(await look(), 'moved', database.db)
    const taken = await look()
    await erasePerson('e'.repeat(64), 'kept', database.db)
    expect(await settleLook(taken, 'moved', database.db)).toBe(false)
    expect(await shown()).toEqual([null])

    const decided = await add()
    await settleLook(await look(), 'gone', database.db)
    const meanwhile = await look()
    const held = { ...latestPost, nowCalled: 'Cheap pills' }
    await database.db.update(comments).set({ latestPost: held }).where(eq(comments.id, decided))
    expect(await settleLook(meanwhile, 'gone', database.db)).toBe(false)
    const [row] = await database.db.select().from(comments).where(eq(comments.id, decided))
    expect(row?.latestPost, 'what the author has said meanwhile stands').toEqual(held)

    const other = await add({ emailHash: 'f'.repeat(64) })
    await erasePerson('f'.repeat(64), 'kept', database.db)
    await makeDue()
    const nothing = await takeLook(database.db)
    expect(nothing?.comment, other).toBeNull()
    await dropLatestPostJob(nothing?.id ?? 0, database.db)
    await makeDue()
    expect(await takeLook(database.db)).toBeNull()
  })
})
