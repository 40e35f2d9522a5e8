import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editOwn, removeOwn } from './change-own'
import { countMyPublished, findMyComment, listMyComments, listMyFollows, setListed } from './my-comments'
import { findOwnForRules } from './own-comments'
import { commentContacts, comments, follows, guests } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('a guest’s comments over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
    for (const key of ['wren', 'tam'])
      await database.db.insert(guests).values({ key, email: `${key}@example.org`, confirmedAt: new Date() })
  })
  afterAll(() => database.stop())

  const insert = (key: string, given: Partial<Parameters<typeof addComment>[1]> = {}) =>
    addComment(database.db, { postId: 'mine', emailHash: key, email: `${key}@example.org`, ...given })
  const age = (id: string, seconds: number) =>
    database.db
      .update(comments)
      .set({ createdAt: sql`now() - make_interval(secs => ${seconds})` })
      .where(eq(comments.id, id))
  async function rowOf(id: string) {
    const [row] = await database.db.select().from(comments).where(eq(comments.id, id))
    return row
  }
  const asItWas = (before: { status: 'held' | 'published' | 'spam' | 'removed'; reasons: string[] }) => before

  test('are those of all posts and states, but for what was removed, the author’s, and others’', async () => {
    const mine = [
      await insert('wren', { postId: 'elsewhere', status: 'held', reasons: ['trap'] }),
      await insert('wren', { status: 'spam' }),
      await insert('wren', { status: 'held', forAuthor: true }),
      await insert('wren'),
    ]
    for (const [index, id] of mine.entries()) await age(id, 100 - index)
    const removed = await insert('wren')
    await removeOwn({ postId: 'mine', id: removed, guestKey: 'wren' }, database.db)
    const author = await insert('wren', { byAuthor: true })
    const other = await insert('tam')
    const { comments: listed, next } = await listMyComments('wren', {}, database.db)
    expect(listed.map(({ id }) => id)).toEqual(mine.toReversed())
    expect(next).toBeNull()
    for (const id of [author, other, randomUUID()])
      expect(await findMyComment('wren', id, database.db)).toBeNull()
    expect(await findMyComment('wren', removed, database.db)).toMatchObject({ status: 'removed' })
    expect(await findMyComment('wren', mine[0] ?? '', database.db)).toMatchObject({ postId: 'elsewhere' })
    expect(await countMyPublished('wren', database.db)).toBe(1)
  })

  test('go by the time others read them at, and in that order, a page at a time', async () => {
    const days = [
      // Waited for long, approved last; published at once; waits; published once, waits again.
      { status: 'published', createdAt: '2026-01-01', publishedAt: '2026-01-09' },
      { status: 'published', createdAt: '2026-01-05', publishedAt: '2026-01-05' },
      { status: 'held', createdAt: '2026-01-04', publishedAt: null },
      { status: 'held', createdAt: '2026-01-02', publishedAt: '2026-01-08' },
    ] as const
    const ids = []
    for (const { status, createdAt, publishedAt } of days) {
      const id = await insert('days', { postId: 'days', status })
      ids.push(id)
      const times = {
        createdAt: new Date(createdAt),
        publishedAt: publishedAt === null ? null : new Date(publishedAt),
      }
      await database.db.update(comments).set(times).where(eq(comments.id, id))
    }
    const first = await listMyComments('days', { limit: 2 }, database.db)
    const second = await listMyComments('days', { limit: 2, after: first.next }, database.db)
    const listed = [...first.comments, ...second.comments]
    expect(listed.map(({ id }) => id)).toEqual(ids)
    expect(listed.map(({ shownAt }) => shownAt.toISOString().slice(0, 10))).toEqual([
      '2026-01-09',
      '2026-01-05',
      '2026-01-04',
      '2026-01-02',
    ])
    expect(second.next).toBeNull()
  })

  test('come in pages that leave none out', async () => {
    const ids = []
    for (let index = 0; index < 5; index++) ids.push(await insert('pages', { postId: 'pages' }))
    // All at one moment: the id decides.
    await database.db
      .update(comments)
      .set({ createdAt: new Date('2026-01-01'), publishedAt: new Date('2026-01-02') })
      .where(eq(comments.postId, 'pages'))
    const seen: string[] = []
    let after: Awaited<ReturnType<typeof listMyComments>>['next'] = null
    do {
      const page = await listMyComments('pages', { after, limit: 2 }, database.db)
      seen.push(...page.comments.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(seen).toEqual(ids.toSorted().toReversed())
  })

  test('are changed within their time and deleted at any; nobody else’s are', async () => {
    const id = await insert('wren', { postId: 'changed', body: 'Befor' })
    const key = { postId: 'changed', id, guestKey: 'wren' }
    for (const guestKey of ['tam', 'nobody', '']) {
      const strange = { ...key, guestKey }
      expect(await editOwn(strange, { body: 'Mine now.' }, asItWas, database.db)).toEqual({
        ok: false,
        reason: 'not-yours',
      })
      expect(await removeOwn(strange, database.db)).toEqual({ ok: false, reason: 'not-yours' })
      expect(await findOwnForRules(strange, database.db)).toBeNull()
    }
    expect(await editOwn(key, { body: 'Before.' }, asItWas, database.db)).toMatchObject({
      ok: true,
      seen: true,
    })
    await age(id, 901)
    expect(await editOwn(key, { body: 'Later.' }, asItWas, database.db)).toEqual({
      ok: false,
      reason: 'too-late',
    })
    expect(await rowOf(id)).toMatchObject({ body: 'Before.', status: 'published' })
    expect(await removeOwn(key, database.db)).toMatchObject({ ok: true, seen: true, number: 1 })
    expect(await removeOwn(key, database.db)).toEqual({ ok: false, reason: 'removed' })
  })

  test('of the author are changed in the studio alone, and a browser still has its quarter of an hour', async () => {
    const author = await insert('wren', { postId: 'changed', byAuthor: true })
    const key = { postId: 'changed', id: author, guestKey: 'wren' }
    expect(await removeOwn(key, database.db)).toEqual({ ok: false, reason: 'not-yours' })
    const id = await insert('wren', { postId: 'changed' })
    await database.db
      .update(commentContacts)
      .set({ writerHash: 'browser' })
      .where(eq(commentContacts.commentId, id))
    await age(id, 901)
    const browser = { postId: 'changed', id, writerHash: 'browser' }
    expect(await removeOwn(browser, database.db)).toEqual({ ok: false, reason: 'too-late' })
  })

  test('letters that still come are listed, newest first, for this guest alone', async () => {
    const comment = await insert('wren', { postId: 'letters', body: 'Lovely.' })
    const kinds = [
      { id: randomUUID(), guestKey: 'wren', postId: 'letters', commentId: comment },
      { id: randomUUID(), guestKey: 'wren', postId: 'letters', createdAt: new Date('2026-01-01') },
      { id: randomUUID(), guestKey: 'wren', postId: 'stopped', stoppedAt: new Date() },
      { id: randomUUID(), guestKey: 'tam', postId: 'letters' },
    ]
    await database.db.insert(follows).values(kinds)
    expect(await listMyFollows('wren', database.db)).toEqual([
      { id: kinds[0]?.id, postId: 'letters', number: 1, isOfComment: true, excerpt: 'Lovely.' },
      { id: kinds[1]?.id, postId: 'letters', number: null, isOfComment: false, excerpt: null },
    ])
  })

  test('the wish to be named is kept from when it was first told, until it is taken back', async () => {
    const listedAt = async (key: string) => {
      const [guest] = await database.db.select().from(guests).where(eq(guests.key, key))
      return guest?.listedAt ?? null
    }
    await setListed('wren', true, database.db)
    const first = await listedAt('wren')
    expect(first).toBeInstanceOf(Date)
    await setListed('wren', true, database.db)
    expect(await listedAt('wren')).toEqual(first)
    await setListed('wren', false, database.db)
    expect([await listedAt('wren'), await listedAt('tam')]).toEqual([null, null])
  })
})
