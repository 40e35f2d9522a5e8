import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDb, openDb } from './client'
import { confirmGuest } from './guests'
import { insertComment, type NewComment } from './insert-comment'
import { commentContacts, comments, conversations, outbox } from './schema'
import { commentOf, storeComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { everyRow } from './testing/every-row'

describe.each(drivers)('a comment over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const insert = (given: Parameters<typeof storeComment>[1]) => storeComment(database.db, given)
  async function rowsOf(postId: string) {
    return database.db.select().from(comments).where(eq(comments.postId, postId)).orderBy(comments.number)
  }

  test('is stored as it was given, with who wrote it kept apart', async () => {
    const given = commentOf({
      postId: 'whole',
      email: 'nell@example.org',
      emailHash: 'e'.repeat(64),
      addressHash: 'a'.repeat(64),
      writerHash: 'b'.repeat(64),
      website: 'https://nell.example/',
      reasons: ['first comment'],
      status: 'held',
    })
    const result = await insertComment(given, database.db)
    expect(result).toMatchObject({
      ok: true,
      repeated: false,
      comment: { number: null, status: 'held' },
    })
    const [row] = await rowsOf('whole')
    expect(row).toMatchObject({
      body: given.body,
      name: 'Nell',
      website: 'https://nell.example/',
      status: 'held',
      reasons: ['first comment'],
      number: null,
      publishedAt: null,
      rootId: row?.id,
    })
    const contacts = await database.db
      .select()
      .from(commentContacts)
      .where(eq(commentContacts.commentId, row?.id ?? ''))
    expect(contacts).toEqual([
      {
        commentId: row?.id,
        email: 'nell@example.org',
        emailHash: 'e'.repeat(64),
        addressHash: 'a'.repeat(64),
        writerHash: 'b'.repeat(64),
      },
    ])
  })

  test('gets the next number of its post when it is published, and none when it is held', async () => {
    const numbers = []
    for (const status of ['published', 'held', 'published', 'spam'] as const) {
      numbers.push((await insert({ postId: 'numbers', status })).comment.number)
    }
    expect(numbers).toEqual([1, null, 2, null])
    expect((await insert({ postId: 'other numbers' })).comment.number).toBe(1)
  })

  test('written by many at once gets numbers without gaps, in the order of time', async () => {
    await Promise.all(Array.from({ length: 30 }, () => insert({ postId: 'crowd' })))
    const rows = await rowsOf('crowd')
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    const times = rows.map((row) => row.publishedAt?.getTime() ?? 0)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  })

  test('joins the thread of the comment it answers', async () => {
    await insert({ postId: 'thread' })
    const reply = await insert({ postId: 'thread', parentNumber: 1 })
    const deeper = await insert({ postId: 'thread', parentNumber: 2, status: 'held' })
    expect(reply.comment).toMatchObject({ number: 2 })
    expect(deeper.comment).toMatchObject({ number: null })
    const rows = await rowsOf('thread')
    expect(new Set(rows.map((row) => row.rootId))).toEqual(new Set([rows[0]?.id]))
  })

  test('that answers nothing a reader can see is not stored', async () => {
    const removed = await insert({ postId: 'no parent' })
    await database.db.update(comments).set({ status: 'removed' }).where(eq(comments.id, removed.comment.id))
    await insert({ postId: 'elsewhere', body: 'Number one of another post' })
    for (const parentNumber of [1, 2, 999]) {
      const result = await insertComment(commentOf({ postId: 'no parent', parentNumber }), database.db)
      expect(result).toEqual({ ok: false, reason: 'no-parent' })
    }
    expect(await rowsOf('no parent')).toHaveLength(1)
  })

  test('is not stored when what has to be done about it cannot be noted', async () => {
    const nell = { email: 'nell@post.example', emailHash: 'nell' }
    await insert({ postId: 'answered', ...nell, wantsLetters: true })
    await confirmGuest('nell', database.db)
    const before = await everyRow(database.db)
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await database.db.execute(
      sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$`,
    )
    await database.db.execute(
      sql`create trigger refuse before insert on outbox for each row execute function refuse()`,
    )
    const tam = { email: 'tam@post.example', emailHash: 'tam' }
    try {
      for (const given of [
        { postId: 'a latest post', website: 'https://tam.example/', wantsLatestPost: true },
        { postId: 'letters', ...tam, wantsLetters: true },
        { postId: 'answered', parentNumber: 1 },
        { postId: 'the author hears', status: 'held' as const, tellsAuthor: true },
      ]) {
        const result = await insertComment(commentOf(given), database.db)
        expect([given.postId, result]).toMatchObject([given.postId, { ok: false, reason: 'unavailable' }])
      }
    } finally {
      await database.db.execute(sql`drop function refuse cascade`)
      log.mockRestore()
    }
    expect(await everyRow(database.db)).toEqual(before)
  })

  test('that is just for the author is never published, whoever says so', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const result = await insertComment(commentOf({ postId: 'private', forAuthor: true }), database.db)
    log.mockRestore()
    expect(result).toMatchObject({ ok: false, reason: 'unavailable' })
    const held = await insert({ postId: 'private', forAuthor: true, status: 'held' })
    expect(held.comment).toMatchObject({ forAuthor: true, number: null, status: 'held' })
  })

  test('changes its conversation when readers can see it, and only then', async () => {
    async function changedAt() {
      const [row] = await database.db.select().from(conversations).where(eq(conversations.postId, 'changes'))
      return row?.changedAt.getTime() ?? 0
    }
    await insert({ postId: 'changes' })
    await database.db
      .update(conversations)
      .set({ changedAt: new Date(0) })
      .where(eq(conversations.postId, 'changes'))
    await insert({ postId: 'changes', status: 'held' })
    expect(await changedAt()).toBe(0)
    await insert({ postId: 'changes' })
    expect(await changedAt()).toBeGreaterThan(0)
  })

  test('is news to the author unless it is spam or their own, and of many at once waits with the others', async () => {
    const dueOf = async (given: Partial<NewComment>) => {
      const { comment, mayHaveLetters } = await insert({ postId: 'news', tellsAuthor: true, ...given })
      const about = sql`${outbox.payload} -> 'comments' ->> 0 = ${comment.id}`
      const [row] = await database.db
        .select({ isDue: sql<boolean>`${outbox.dueAt} <= now()`, dueAt: outbox.dueAt })
        .from(outbox)
        .where(about)
      expect(mayHaveLetters).toBe(row?.isDue ?? false)
      return row
    }
    expect(await dueOf({ status: 'spam' })).toBeUndefined()
    expect(await dueOf({ byAuthor: true })).toBeUndefined()
    expect(await dueOf({ tellsAuthor: false })).toBeUndefined()
    expect(await dueOf({ status: 'held' })).toMatchObject({ isDue: true })
    expect(await dueOf({})).toMatchObject({ isDue: true })
    // As `takeLetter` puts off what comes while many were gathered lately.
    await database.db.update(outbox).set({ dueAt: sql`now() + interval '9 minutes'` })
    const waiting = await database.db.select({ dueAt: outbox.dueAt }).from(outbox).limit(1)
    expect(await dueOf({})).toEqual({ isDue: false, ...waiting[0] })
    // One that was tried may have arrived, and is no measure.
    await database.db.update(outbox).set({ attempts: 1 })
    expect(await dueOf({})).toMatchObject({ isDue: true })
  })

  test('that cannot be stored leaves nothing, and the log says neither who nor what', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const secret = { body: 'My secret\0', name: 'Secret Nell', email: 'secret@example.org' }
    const result = await insertComment(commentOf({ postId: 'broken', ...secret }), database.db)
    expect(result).toMatchObject({ ok: false, reason: 'unavailable' })
    expect(await rowsOf('broken')).toEqual([])
    const said = JSON.stringify(log.mock.calls)
    log.mockRestore()
    expect(said).toContain('broken')
    expect(said).not.toMatch(/secret|nell/i)
    expect(await insert({ postId: 'broken' })).toMatchObject({ repeated: false })
  })
})

test('without a database a comment is unavailable, and nothing is thrown', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const db = openDb({ driver: 'pg', url: 'postgres://postgres@127.0.0.1:1/none' })
  const result = await insertComment(commentOf({ postId: 'nowhere' }), db)
  expect(result).toMatchObject({ ok: false, reason: 'unavailable' })
  const fault = 'fault' in result && result.fault
  expect(log).toHaveBeenCalledWith(`A comment on nowhere was not saved: ECONNREFUSED (${fault})`)
  log.mockRestore()
  await closeDb(db)
})
