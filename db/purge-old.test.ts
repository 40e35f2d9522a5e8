import { randomUUID } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideComments } from './decide-comments'
import { insertAnswer } from './insert-answer'
import { purgeOld } from './purge-old'
import { answers, commentContacts, comments, decisions, outbox, secrets } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { changedAt, forgetChange } from './testing/own-changes'
import { undoDecisions } from './undo-decisions'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

describe.each(drivers)('what is not kept over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  async function insert(days: number, given: Parameters<typeof addComment>[1]) {
    const id = await addComment(database.db, given)
    await database.db
      .update(comments)
      .set({ createdAt: daysAgo(days) })
      .where(eq(comments.id, id))
    return id
  }
  async function rowOf(id: string) {
    const [row] = await database.db.select().from(comments).where(eq(comments.id, id))
    return row
  }

  test('what waits goes after thirty days and spam after fourteen, whole; letters to the author stay', async () => {
    const first = await insert(90, { postId: 'waiting' })
    const given = { postId: 'waiting', status: 'held', email: 'o@example.org' } as const
    const old = [
      await insert(31, given),
      await insert(31, { ...given, parentNumber: 1 }),
      await insert(15, { ...given, status: 'spam' }),
    ]
    const read = await insert(90, { ...given, forAuthor: true })
    await decideComments([read], 'read', database.db)
    await database.db
      .update(decisions)
      .set({ at: daysAgo(80) })
      .where(eq(decisions.commentId, read))
    const kept = [
      first,
      await insert(29, given),
      await insert(13, { ...given, status: 'spam' }),
      await insert(90, { ...given, forAuthor: true }),
      read,
    ]
    expect(await purgeOld(database.db)).toBe(3)
    expect(await purgeOld(database.db)).toBe(0)
    const rows = await database.db
      .select({ id: comments.id })
      .from(comments)
      .where(inArray(comments.id, [...old, ...kept]))
    expect(rows.map(({ id }) => id).toSorted()).toEqual(kept.toSorted())
  })

  test('the days are counted from when it was last decided about, and a number keeps its place', async () => {
    const held = await insert(400, { postId: 'decided' })
    const back = await insert(400, { postId: 'decided', status: 'held' })
    await decideComments([held], 'hold', database.db)
    await undoDecisions((await decideComments([back], 'spam', database.db)).decisions, database.db)
    expect(await purgeOld(database.db)).toBe(0)
    await database.db
      .update(decisions)
      .set({ at: daysAgo(31), undoneAt: daysAgo(31) })
      .where(eq(decisions.commentId, back))
    await database.db
      .update(decisions)
      .set({ at: daysAgo(31) })
      .where(eq(decisions.commentId, held))
    await forgetChange(database.db, 'decided')
    expect(await purgeOld(database.db)).toBe(2)
    expect(await changedAt(database.db, 'decided')).toBeGreaterThan(0)
    expect(await rowOf(back)).toBeUndefined()
    expect(await rowOf(held)).toMatchObject({ status: 'removed', number: 1, body: '', name: 'Someone' })
  })

  test('more than one go can take are all deleted', async () => {
    const rows = Array.from({ length: 2001 }, () => {
      const id = randomUUID()
      return {
        id,
        rootId: id,
        postId: 'many',
        status: 'spam' as const,
        name: 'Shoes',
        body: 'Cheap.',
        swatch: '0',
      }
    })
    await database.db.insert(comments).values(rows.map((row) => ({ ...row, createdAt: daysAgo(15) })))
    expect(await purgeOld(database.db)).toBe(2001)
  })

  test('what was answered to whoever is forgotten goes, and to nobody else', async () => {
    const given = { postId: 'letters', status: 'held', forAuthor: true } as const
    const nell = await insert(1, { ...given, email: 'nell@post.example', emailHash: 'nell' })
    const tam = await insert(1, { ...given, email: 'tam@post.example', emailHash: 'tam' })
    await insertAnswer(nell, 'Dear Nell.', null, database.db)
    await insertAnswer(tam, 'Dear Tam.', null, database.db)
    await database.db.delete(commentContacts).where(eq(commentContacts.commentId, nell))
    await purgeOld(database.db)
    expect(await database.db.select({ body: answers.body }).from(answers)).toEqual([{ body: 'Dear Tam.' }])
    await database.db.delete(outbox)
  })

  test('keys for addresses go after seven days', async () => {
    await database.db.insert(secrets).values([
      { name: 'address key of 2020-01-01', value: 'old', createdAt: daysAgo(8) },
      { name: 'address key of 2020-01-02', value: 'new', createdAt: daysAgo(6) },
    ])
    await purgeOld(database.db)
    const left = await database.db.select({ value: secrets.value }).from(secrets)
    expect(left).toEqual([{ value: 'new' }])
  })

  test('work that was done goes after thirty days, whatever its kind; what is to be done stays', async () => {
    const rows = [
      { kind: 'letter', doneAt: daysAgo(31) },
      { kind: 'latest-post', doneAt: daysAgo(31) },
      { kind: 'latest-post', doneAt: daysAgo(29) },
      { kind: 'letter', doneAt: null },
    ]
    await database.db
      .insert(outbox)
      .values(rows.map((row) => ({ ...row, payload: {}, createdAt: daysAgo(40), dueAt: daysAgo(40) })))
    await purgeOld(database.db)
    const left = await database.db.select({ doneAt: outbox.doneAt }).from(outbox).orderBy(outbox.id)
    expect(left).toEqual([{ doneAt: expect.any(Date) }, { doneAt: null }])
  })
})
