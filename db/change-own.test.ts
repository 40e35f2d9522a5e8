import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { editOwn, removeOwn } from './change-own'
import { closeDb, openDb } from './client'
import { editComment } from './edit-comment'
import { listFirstPage } from './first-page'
import { insertComment, type NewComment } from './insert-comment'
import { comments } from './schema'
import { commentOf } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { addOwn, changedAt, forgetChange, logOf, rowOf, writerHash } from './testing/own-changes'
import { undoDecisions } from './undo-decisions'

type Placing = { status: NewComment['status']; reasons: string[] }
const asItWas = (before: Placing) => before
const hold = (): Placing => ({ status: 'held', reasons: ['links'] })

describe.each(drivers)('a writer’s change over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  afterAll(() => database.stop())

  const age = ({ id }: { id: string }, seconds: number) =>
    database.db
      .update(comments)
      .set({ createdAt: sql`now() - make_interval(secs => ${seconds})` })
      .where(eq(comments.id, id))

  test('gives the comment another text, says so to readers, and notes what was before', async () => {
    const key = await addOwn(database.db, { postId: 'edit', body: 'Befor' })
    const before = await rowOf(database.db, key)
    await forgetChange(database.db, 'edit')
    expect(await editOwn(key, { body: 'Before.' }, asItWas, database.db)).toEqual({
      ok: true,
      status: 'published',
      number: 1,
      seen: true,
    })
    const { comments: shown } = await listFirstPage('edit', database.db)
    expect(shown).toMatchObject([{ number: 1, body: 'Before.', editedAt: expect.any(Date) }])
    expect(await changedAt(database.db, 'edit')).toBeGreaterThan(0)
    expect(await logOf(database.db, key)).toEqual([
      {
        verb: 'edit',
        by: 'writer',
        before: {
          status: 'published',
          reasons: [],
          body: 'Befor',
          publishedAt: before?.publishedAt?.toISOString(),
          editedAt: null,
          removedAt: null,
        },
      },
    ])
  })

  test('readers are told whose the last edit was that stands', async () => {
    const postId = 'whose'
    const key = await addOwn(database.db, { postId, body: 'Befor' })
    const isAuthors = async () => (await listFirstPage(postId, database.db)).comments[0]?.editedByAuthor
    await editComment(key.id, 'Before.', null, database.db)
    expect(await isAuthors()).toBe(true)
    await editOwn(key, { body: 'Before you.' }, asItWas, database.db)
    expect(await isAuthors()).toBe(false)
    const read = (await rowOf(database.db, key))?.editedAt?.toISOString() ?? null
    const again = await editComment(key.id, 'Before us.', read, database.db)
    expect(await isAuthors()).toBe(true)
    await undoDecisions(again.decisions, database.db)
    expect(await isAuthors()).toBe(false)
  })

  test('with the same text is none', async () => {
    const key = await addOwn(database.db, { postId: 'same', body: 'Same.' })
    await forgetChange(database.db, 'same')
    expect(await editOwn(key, { body: 'Same.' }, hold, database.db)).toMatchObject({
      ok: true,
      status: 'published',
    })
    expect(await rowOf(database.db, key)).toMatchObject({ editedAt: null })
    expect(await logOf(database.db, key)).toEqual([])
    expect(await changedAt(database.db, 'same')).toBe(0)
  })

  test('that the rules hold takes the comment back, with its number, and both are noted', async () => {
    const key = await addOwn(database.db, { postId: 'held again', body: 'Nice.' })
    const reply = await addOwn(database.db, { postId: 'held again', parentNumber: 1 })
    expect(await editOwn(key, { body: 'Nice shoes.' }, hold, database.db)).toEqual({
      ok: true,
      status: 'held',
      number: 1,
      seen: true,
    })
    expect(await rowOf(database.db, key)).toMatchObject({ status: 'held', number: 1, reasons: ['links'] })
    const { comments: shown } = await listFirstPage('held again', database.db)
    expect(shown).toMatchObject([
      { number: 1, removed: true, body: '' },
      { number: 2, removed: false },
    ])
    expect(await logOf(database.db, key)).toMatchObject([
      { verb: 'edit', by: 'writer', before: { status: 'published', body: 'Nice.', editedAt: null } },
      {
        verb: 'hold',
        by: 'rules',
        before: { status: 'published', body: 'Nice shoes.', editedAt: expect.any(String) },
      },
    ])
    expect(await insertComment(commentOf({ postId: 'held again', parentNumber: 1 }), database.db)).toEqual({
      ok: false,
      reason: 'no-parent',
    })
    expect(reply.id).not.toBe(key.id)
  })

  test('of one that waits again with its number is seen when it waits no more, and only then', async () => {
    const key = await addOwn(database.db, { postId: 'spam again', body: 'Nice.' })
    await addOwn(database.db, { postId: 'spam again', parentNumber: 1 })
    await editOwn(key, { body: 'Nice shoes.' }, hold, database.db)
    await forgetChange(database.db, 'spam again')
    expect(await editOwn(key, { body: 'Shoes.' }, hold, database.db)).toMatchObject({ seen: false })
    expect(await changedAt(database.db, 'spam again')).toBe(0)
    const spam = (): Placing => ({ status: 'spam', reasons: ['words'] })
    expect(await editOwn(key, { body: 'Cheap shoes.' }, spam, database.db)).toMatchObject({ seen: true })
    expect(await changedAt(database.db, 'spam again')).toBeGreaterThan(0)
    const { comments: shown } = await listFirstPage('spam again', database.db)
    expect(shown[0]).toMatchObject({ removed: true, waits: false })
  })

  test('of a comment that waits stays between its writer and the author', async () => {
    const key = await addOwn(database.db, { postId: 'waiting', status: 'held', reasons: ['trap'] })
    await forgetChange(database.db, 'waiting')
    expect(await editOwn(key, { body: 'Better.' }, asItWas, database.db)).toEqual({
      ok: true,
      status: 'held',
      number: null,
      seen: false,
    })
    expect(await rowOf(database.db, key)).toMatchObject({
      status: 'held',
      reasons: ['trap'],
      body: 'Better.',
    })
    expect(await changedAt(database.db, 'waiting')).toBe(0)
    expect(await logOf(database.db, key)).toMatchObject([
      { verb: 'edit', by: 'writer', before: { status: 'held' } },
    ])
    expect(await removeOwn(key, database.db)).toMatchObject({ ok: true, number: null, seen: false })
    expect(await changedAt(database.db, 'waiting')).toBe(0)
  })

  test('is refused to anybody else, on another post, and for what is not there', async () => {
    const key = await addOwn(database.db, { postId: 'refused', body: 'Mine.' })
    const before = await rowOf(database.db, key)
    const others = [
      { ...key, writerHash: 'c'.repeat(64) },
      { ...key, postId: 'elsewhere' },
      { ...key, id: '00000000-0000-4000-8000-000000000000' },
    ]
    for (const other of others) {
      expect(await editOwn(other, { body: 'Yours.' }, asItWas, database.db)).toEqual({
        ok: false,
        reason: 'not-yours',
      })
      expect(await removeOwn(other, database.db)).toEqual({ ok: false, reason: 'not-yours' })
    }
    expect(await rowOf(database.db, key)).toEqual(before)
    expect(await logOf(database.db, key)).toEqual([])
  })

  test('is refused after fifteen minutes, whatever the clock of the server that asks says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01') })
    const key = await addOwn(database.db, { postId: 'late' })
    await age(key, 899)
    expect(await editOwn(key, { body: 'Just in time.' }, asItWas, database.db)).toMatchObject({ ok: true })
    await age(key, 901)
    expect(await editOwn(key, { body: 'Too late.' }, asItWas, database.db)).toEqual({
      ok: false,
      reason: 'too-late',
    })
    expect(await removeOwn(key, database.db)).toEqual({ ok: false, reason: 'too-late' })
    expect(await rowOf(database.db, key)).toMatchObject({ status: 'published', body: 'Just in time.' })
  })
})

test('without a database nothing is changed, and nothing is thrown', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const db = openDb({ driver: 'pg', url: 'postgres://postgres@127.0.0.1:1/none' })
  const key = { postId: 'nowhere', id: '00000000-0000-4000-8000-000000000000', writerHash }
  expect(await editOwn(key, { body: 'secret' }, asItWas, db)).toMatchObject({
    ok: false,
    reason: 'unavailable',
  })
  expect(await removeOwn(key, db)).toMatchObject({ ok: false, reason: 'unavailable' })
  expect(log.mock.calls.flat().join()).not.toContain('secret')
  log.mockRestore()
  await closeDb(db)
})
