import { randomUUID } from 'node:crypto'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDb, openDb } from './client'
import { listPage } from './comments'
import { decideAsRead, decideComments } from './decide-comments'
import { listDecisions } from './decisions'
import { editComment } from './edit-comment'
import { comments, conversations, decisions } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { undoDecisions } from './undo-decisions'

describe.each(drivers)('the author’s decisions over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const insert = (given: Parameters<typeof addComment>[1]) => addComment(database.db, given)
  async function rowOf(id: string) {
    const [row] = await database.db.select().from(comments).where(eq(comments.id, id))
    if (!row) throw new Error('There is no such comment.')
    return row
  }
  async function changedAt(postId: string) {
    const [row] = await database.db.select().from(conversations).where(eq(conversations.postId, postId))
    return row?.changedAt.getTime() ?? 0
  }
  function decide(ids: string[], verb: Parameters<typeof decideComments>[1]) {
    return decideComments(ids, verb, database.db)
  }

  test('nothing is approved that its writer changed since it was read', async () => {
    const add = (body: string) => insert({ postId: 'read', status: 'held', body })
    const [same, other, mended, up] = [
      await add('Same.'),
      await add('Other.'),
      await add('Mended.'),
      await add('Up.'),
    ]
    const read = new Map([same, other, mended, up].map((id) => [id, null]))
    const editedAt = new Date('2026-11-01T10:00:00.123Z')
    for (const id of [other, up])
      await database.db.update(comments).set({ body: 'Cheap shoes.', editedAt }).where(eq(comments.id, id))
    await editComment(mended, 'Mended by the author.', null, database.db)
    await decide([up], 'publish')
    const decided = await decideAsRead('publish', read, database.db)
    expect(decided.refused).toEqual([{ id: other, why: 'changed' }])
    expect(new Set(decided.changed)).toEqual(new Set([same, mended]))
    expect((await rowOf(other)).status).toBe('held')
    const again = await decideAsRead('publish', new Map([[other, editedAt.toISOString()]]), database.db)
    expect(again).toMatchObject({ refused: [], changed: [other] })
  })

  test('what was left is told in the order it was asked for, whatever the rows and the posts are', async () => {
    const ids = [
      await insert({ postId: 'told-b', status: 'held' }),
      await insert({ postId: 'told-a', status: 'held' }),
      randomUUID(),
      await insert({ postId: 'told-b', status: 'held' }),
      await insert({ postId: 'told-a', status: 'held', forAuthor: true }),
    ]
    const editedAt = new Date('2026-11-01T10:00:00.123Z')
    for (const order of [ids, ids.toReversed()]) {
      await database.db.update(comments).set({ editedAt }).where(inArray(comments.id, order))
      const { refused } = await decideAsRead('publish', new Map(order.map((id) => [id, null])), database.db)
      expect(refused.map(({ id }) => id)).toEqual(order)
    }
  })

  test('nothing is mended that was changed since it was read, whoever did that', async () => {
    const id = await insert({ postId: 'mended', body: 'First.' })
    expect(await editComment(id, 'Mended.', null, database.db)).toMatchObject({ changed: [id], refused: [] })
    const unseen = await rowOf(id)
    expect(await editComment(id, 'Mended blindly.', null, database.db)).toMatchObject({
      decisions: [],
      changed: [],
      posts: [],
      refused: [{ id, why: 'changed' }],
    })
    expect(await rowOf(id)).toEqual(unseen)
    const read = unseen.editedAt?.toISOString() ?? null
    expect(await editComment(id, 'Mended again.', read, database.db)).toMatchObject({ changed: [id] })
  })

  test('a held comment is published with a number and no reasons, and its page is to be made again', async () => {
    const id = await insert({ postId: 'publish', status: 'held', reasons: ['trap'] })
    await database.db.execute(sql`update conversations set changed_at = 'epoch' where post_id = 'publish'`)
    const decided = await decide([id], 'publish')
    expect(decided).toEqual({
      decisions: [expect.any(Number)],
      changed: [id],
      posts: ['publish'],
      refused: [],
    })
    expect(await rowOf(id)).toMatchObject({ status: 'published', number: 1, reasons: [] })
    expect(await changedAt('publish')).toBeGreaterThan(Date.now() - 60_000)
    expect((await listPage('publish', 1, database.db))?.total).toBe(1)
  })

  test('many at once take numbers in the order they were written, each post for itself', async () => {
    const ids: string[] = []
    for (let written = 0; written < 6; written++) {
      const id = await insert({ postId: `many ${written % 2}`, status: 'held' })
      ids.push(id)
    }
    await database.db.execute(
      sql`update comments set created_at = created_at - interval '1 day' where id = ${ids[4]}`,
    )
    const decided = await decide([...ids].reverse(), 'publish')
    expect(decided.posts).toEqual(['many 0', 'many 1'])
    expect(decided.changed).toHaveLength(6)
    const rows = await Promise.all(ids.map(rowOf))
    expect(rows.map(({ number }) => number)).toEqual([2, 1, 3, 2, 1, 3])
    expect((await rowOf(await insert({ postId: 'many 0' }))).number).toBe(4)
  })

  test('a number once given stays, whatever is decided, and so does the time it was given', async () => {
    const id = await insert({ postId: 'number' })
    const { publishedAt } = await rowOf(id)
    for (const verb of ['spam', 'remove', 'hold'] as const) {
      await decide([id], verb)
      expect(await rowOf(id)).toMatchObject({ number: 1, publishedAt })
    }
    await insert({ postId: 'number' })
    await decide([id], 'publish')
    expect(await rowOf(id)).toMatchObject({ number: 1, publishedAt, removedAt: null })
  })

  test('done twice, the second does nothing and is noted nowhere', async () => {
    const id = await insert({ postId: 'twice', status: 'held' })
    for (const verb of ['publish', 'hold', 'spam', 'remove'] as const) {
      await decide([id], verb)
      const row = await rowOf(id)
      expect(await decide([id], verb)).toEqual({ decisions: [], changed: [], posts: [], refused: [] })
      expect(await rowOf(id)).toEqual(row)
    }
    const notes = await database.db.select().from(decisions).where(eq(decisions.commentId, id))
    expect(notes.map(({ verb }) => verb)).toEqual(['publish', 'hold', 'spam', 'remove'])
  })

  test('what readers never saw needs no new page', async () => {
    const id = await insert({ postId: 'unseen', status: 'held' })
    const before = await changedAt('unseen')
    for (const verb of ['spam', 'remove', 'hold'] as const)
      expect((await decide([id], verb)).posts).toEqual([])
    expect(await changedAt('unseen')).toBe(before)
    await decide([id], 'publish')
    expect((await decide([id], 'remove')).posts).toEqual(['unseen'])
  })

  test('what was written for the author alone is never published, and the others are', async () => {
    const alone = await insert({ postId: 'alone', status: 'held' })
    await database.db.update(comments).set({ forAuthor: true }).where(eq(comments.id, alone))
    const other = await insert({ postId: 'alone', status: 'held' })
    expect(await decide([alone, other], 'publish')).toMatchObject({
      changed: [other],
      refused: [{ id: alone, why: 'for-author' }],
    })
    expect(await rowOf(alone)).toMatchObject({ status: 'held', number: null })
    expect(await decide([alone], 'remove')).toMatchObject({ changed: [alone], posts: [] })
  })

  test('an id nobody has is said to be gone', async () => {
    const id = randomUUID()
    expect(await decide([id], 'publish')).toEqual({
      decisions: [],
      changed: [],
      posts: [],
      refused: [{ id, why: 'gone' }],
    })
  })

  test('the log names what was done to which comment, newest first, in pages', async () => {
    const id = await insert({ postId: 'log', name: 'Ilka', status: 'held' })
    await decide([id], 'spam')
    const { decisions: published } = await decide([id], 'publish')
    await undoDecisions(published, database.db)
    const [last, ...rest] = await listDecisions({ limit: 2 }, database.db)
    expect(last).toEqual({
      id: published[0],
      verb: 'publish',
      by: 'author',
      at: expect.any(Date),
      undoneAt: expect.any(Date),
      canUndo: false,
      isOvertaken: false,
      commentId: id,
      postId: 'log',
      number: 1,
      name: 'Ilka',
      place: 'spam',
    })
    expect(rest).toMatchObject([{ verb: 'spam', undoneAt: null, canUndo: true }])
    const older = await listDecisions({ before: last?.id, limit: 1 }, database.db)
    expect(older).toEqual(rest)
  })

  test('where some conversations fail the others are done, and one name in the log says why', async () => {
    const add = (postId: string) => insert({ postId, status: 'held' })
    const [first, whole, last] = [
      await add('broken first'),
      await add('broken, not'),
      await add('broken last'),
    ]
    for (const postId of ['broken first', 'broken last']) {
      // What is published next would get a number that another has.
      await insert({ postId })
      await database.db.update(conversations).set({ nextNumber: 1 }).where(eq(conversations.postId, postId))
    }
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { changed, refused } = await decide([first, whole, last], 'publish')
    const said = log.mock.calls.map(([line]) => line)
    log.mockRestore()
    expect(changed).toEqual([whole])
    const [fault] = refused.map((each) => 'fault' in each && each.fault)
    expect(refused).toEqual([first, last].map((id) => ({ id, why: 'unavailable', fault })))
    const why = `23505 comments_post_number (${fault})`
    expect(said).toEqual(
      ['first', 'last'].map((which) => `Comments on broken ${which} were left as they are: ${why}`),
    )
    for (const id of [first, last]) expect((await rowOf(id)).status).toBe('held')
  })

  test('deciding and posting at once, on two posts in both orders, wait for each other and lose nothing', async () => {
    const held: string[] = []
    for (let each = 0; each < 10; each++) {
      held.push(await insert({ postId: `crowd ${each % 2}`, status: 'held' }))
    }
    const results = await Promise.all([
      ...held.map((_, from) => decide([...held.slice(from), ...held.slice(0, from)], 'publish')),
      ...Array.from({ length: 10 }, (_, each) => insert({ postId: `crowd ${each % 2}` })),
    ])
    expect(results.flatMap((result) => (typeof result === 'string' ? [] : result.refused))).toEqual([])
    for (const postId of ['crowd 0', 'crowd 1']) {
      const rows = await database.db
        .select({ number: comments.number })
        .from(comments)
        .where(eq(comments.postId, postId))
        .orderBy(asc(comments.number))
      expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    }
  })
})

test('without a database everything is refused by the name it has in the log, and nothing is thrown', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const db = openDb({ driver: 'pg', url: 'postgres://postgres@127.0.0.1:1/none' })
  const id = randomUUID()
  const { refused } = await decideComments([id], 'publish', db)
  const [fault] = refused.map((each) => 'fault' in each && each.fault)
  expect(refused).toEqual([{ id, why: 'unavailable', fault }])
  expect(log.mock.calls).toEqual([[`Comments were left as they are: ECONNREFUSED (${fault})`]])
  log.mockRestore()
  await closeDb(db)
})
