import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { editOwn, removeOwn } from './change-own'
import { closeDb, openDb } from './client'
import { listFirstPage } from './comments'
import { decideComments } from './decide-comments'
import { listDecisions } from './decisions'
import { editComment } from './edit-comment'
import { insertComment, type NewComment } from './insert-comment'
import { comments, conversations, decisions } from './schema'
import { commentOf } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { undoDecisions } from './undo-decisions'

const writerHash = 'b'.repeat(64)
type Placing = { status: NewComment['status']; reasons: string[] }
const asItWas = (before: Placing) => before
const hold = (): Placing => ({ status: 'held', reasons: ['links'] })

describe.each(drivers)('a writer’s change over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  async function insert(given: Partial<NewComment> & { postId: string }) {
    const result = await insertComment(commentOf({ writerHash, ...given }), database.db)
    if (!result.ok) throw new Error(result.reason)
    return { postId: given.postId, id: result.comment.id, writerHash }
  }
  async function rowOf({ id }: { id: string }) {
    const [row] = await database.db.select().from(comments).where(eq(comments.id, id))
    return row
  }
  const logOf = ({ id }: { id: string }) =>
    database.db
      .select({ verb: decisions.verb, by: decisions.by, before: decisions.before })
      .from(decisions)
      .where(eq(decisions.commentId, id))
      .orderBy(decisions.id)
  const age = ({ id }: { id: string }, seconds: number) =>
    database.db
      .update(comments)
      .set({ createdAt: sql`now() - make_interval(secs => ${seconds})` })
      .where(eq(comments.id, id))
  async function changedAt(postId: string) {
    const [row] = await database.db.select().from(conversations).where(eq(conversations.postId, postId))
    return row?.changedAt.getTime() ?? 0
  }
  const forgetChange = (postId: string) =>
    database.db
      .update(conversations)
      .set({ changedAt: new Date(0) })
      .where(eq(conversations.postId, postId))

  test('is the last word when it deletes: nobody publishes, holds or brings back the comment', async () => {
    const key = await insert({ postId: 'taken back' })
    await removeOwn(key, database.db)
    const refused = [{ id: key.id, why: 'gone' }]
    for (const verb of ['publish', 'hold', 'spam'] as const)
      expect(await decideComments([key.id], verb, database.db)).toMatchObject({ changed: [], refused })
    const [note] = await listDecisions({ limit: 1 }, database.db)
    expect(note).toMatchObject({ commentId: key.id, canUndo: false })
    expect(await undoDecisions([note?.id ?? 0], database.db)).toMatchObject({ changed: [], refused })
    expect(await rowOf(key)).toMatchObject({ status: 'removed' })
  })

  test('gives the comment another text, says so to readers, and notes what was before', async () => {
    const key = await insert({ postId: 'edit', body: 'Befor' })
    const before = await rowOf(key)
    await forgetChange('edit')
    expect(await editOwn(key, { body: 'Before.' }, asItWas, database.db)).toEqual({
      ok: true,
      status: 'published',
      number: 1,
      seen: true,
    })
    const { comments: shown } = await listFirstPage('edit', database.db)
    expect(shown).toMatchObject([{ number: 1, body: 'Before.', editedAt: expect.any(Date) }])
    expect(await changedAt('edit')).toBeGreaterThan(0)
    expect(await logOf(key)).toEqual([
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
    const key = await insert({ postId, body: 'Befor' })
    const isAuthors = async () => (await listFirstPage(postId, database.db)).comments[0]?.editedByAuthor
    await editComment(key.id, 'Before.', database.db)
    expect(await isAuthors()).toBe(true)
    await editOwn(key, { body: 'Before you.' }, asItWas, database.db)
    expect(await isAuthors()).toBe(false)
    const again = await editComment(key.id, 'Before us.', database.db)
    expect(await isAuthors()).toBe(true)
    await undoDecisions(again.decisions, database.db)
    expect(await isAuthors()).toBe(false)
  })

  test('with the same text is none', async () => {
    const key = await insert({ postId: 'same', body: 'Same.' })
    await forgetChange('same')
    expect(await editOwn(key, { body: 'Same.' }, hold, database.db)).toMatchObject({
      ok: true,
      status: 'published',
    })
    expect(await rowOf(key)).toMatchObject({ editedAt: null })
    expect(await logOf(key)).toEqual([])
    expect(await changedAt('same')).toBe(0)
  })

  test('that the rules hold takes the comment back, with its number, and both are noted', async () => {
    const key = await insert({ postId: 'held again', body: 'Nice.' })
    const reply = await insert({ postId: 'held again', parentNumber: 1 })
    expect(await editOwn(key, { body: 'Nice shoes.' }, hold, database.db)).toEqual({
      ok: true,
      status: 'held',
      number: 1,
      seen: true,
    })
    expect(await rowOf(key)).toMatchObject({ status: 'held', number: 1, reasons: ['links'] })
    const { comments: shown } = await listFirstPage('held again', database.db)
    expect(shown).toMatchObject([
      { number: 1, removed: true, body: '' },
      { number: 2, removed: false },
    ])
    expect(await logOf(key)).toMatchObject([
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

  test('of a comment that waits stays between its writer and the author', async () => {
    const key = await insert({ postId: 'waiting', status: 'held', reasons: ['trap'] })
    await forgetChange('waiting')
    expect(await editOwn(key, { body: 'Better.' }, asItWas, database.db)).toEqual({
      ok: true,
      status: 'held',
      number: null,
      seen: false,
    })
    expect(await rowOf(key)).toMatchObject({ status: 'held', reasons: ['trap'], body: 'Better.' })
    expect(await changedAt('waiting')).toBe(0)
    expect(await logOf(key)).toMatchObject([{ verb: 'edit', by: 'writer', before: { status: 'held' } }])
    expect(await removeOwn(key, database.db)).toMatchObject({ ok: true, number: null, seen: false })
    expect(await changedAt('waiting')).toBe(0)
  })

  test('that removes a comment nobody answered leaves no trace among the others', async () => {
    await insert({ postId: 'gone' })
    const key = await insert({ postId: 'gone' })
    expect(await removeOwn(key, database.db)).toEqual({ ok: true, status: 'removed', number: 2, seen: true })
    const page = await listFirstPage('gone', database.db)
    expect(page.comments.map(({ number }) => number)).toEqual([1])
    expect(page.total).toBe(1)
    expect(await insert({ postId: 'gone' }).then(rowOf)).toMatchObject({ number: 3 })
    expect(await logOf(key)).toMatchObject([
      { verb: 'remove', by: 'writer', before: { status: 'published' } },
    ])
    expect(await rowOf(key)).toMatchObject({ removedAt: expect.any(Date) })
  })

  test('that removes a comment others answered leaves its number', async () => {
    const key = await insert({ postId: 'tombstone', body: 'Oh dear.' })
    await insert({ postId: 'tombstone', parentNumber: 1 })
    await removeOwn(key, database.db)
    const { comments: shown, total } = await listFirstPage('tombstone', database.db)
    expect(shown).toMatchObject([
      { number: 1, removed: true, name: '', body: '' },
      { number: 2, parentNumber: 1, removed: false },
    ])
    expect(total).toBe(1)
  })

  test('is refused to anybody else, on another post, and for what is not there', async () => {
    const key = await insert({ postId: 'refused', body: 'Mine.' })
    const before = await rowOf(key)
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
    expect(await rowOf(key)).toEqual(before)
    expect(await logOf(key)).toEqual([])
  })

  test('is refused after fifteen minutes, whatever the clock of the server that asks says', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01') })
    const key = await insert({ postId: 'late' })
    await age(key, 899)
    expect(await editOwn(key, { body: 'Just in time.' }, asItWas, database.db)).toMatchObject({ ok: true })
    await age(key, 901)
    expect(await editOwn(key, { body: 'Too late.' }, asItWas, database.db)).toEqual({
      ok: false,
      reason: 'too-late',
    })
    expect(await removeOwn(key, database.db)).toEqual({ ok: false, reason: 'too-late' })
    vi.useRealTimers()
    expect(await rowOf(key)).toMatchObject({ status: 'published', body: 'Just in time.' })
  })

  test('of what was removed is refused, and removing it twice, or twenty times at once, is noted once', async () => {
    const key = await insert({ postId: 'twice' })
    const results = await Promise.all(Array.from({ length: 20 }, () => removeOwn(key, database.db)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.reason === 'removed')).toHaveLength(19)
    expect(await editOwn(key, { body: 'Still here?' }, asItWas, database.db)).toEqual({
      ok: false,
      reason: 'removed',
    })
    expect(await logOf(key)).toHaveLength(1)
  })

  test('by edits and a removal at once never brings back what was removed, and every step is noted', async () => {
    for (let round = 0; round < 10; round++) {
      const key = await insert({ postId: `race ${round}`, body: 'Zero.' })
      const edits = ['One.', 'Two.', 'Three.', 'Four.'].map((body) =>
        editOwn(key, { body }, asItWas, database.db),
      )
      const removal = removeOwn(key, database.db)
      const late = ['Five.', 'Six.'].map((body) => editOwn(key, { body }, asItWas, database.db))
      const results = await Promise.all([...edits, removal, ...late])
      const made = results.filter(({ ok }) => ok).length
      expect(results.filter((result) => !result.ok && result.reason !== 'removed')).toEqual([])
      const row = await rowOf(key)
      expect(row?.status).toBe('removed')
      const log = await logOf(key)
      expect(log).toHaveLength(made)
      expect(log.map(({ verb }) => verb).indexOf('remove')).toBe(made - 1)
      // What was before each step is what the step before it left.
      const bodies = log.map(({ before }) => before?.body)
      expect(bodies[0]).toBe('Zero.')
      expect(bodies.at(-1)).toBe(row?.body)
      expect(new Set(bodies).size).toBe(made)
    }
  })

  test('at the same time as others post leaves numbers without gaps and no one waiting', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => insert({ postId: 'crowd' })))
    await Promise.all([
      ...keys.map((key, index) => editOwn(key, { body: `Edited ${index}.` }, asItWas, database.db)),
      ...Array.from({ length: 8 }, () => insert({ postId: 'crowd' })),
      ...keys.slice(0, 4).map((key) => removeOwn(key, database.db)),
    ])
    const { comments: shown, total } = await listFirstPage('crowd', database.db)
    expect(total).toBe(12)
    expect(Math.max(...shown.map(({ number }) => number))).toBe(16)
  })
})

test('without a database nothing is changed, and nothing is thrown', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const db = openDb({ driver: 'pg', url: 'postgres://postgres@127.0.0.1:1/none' })
  const key = { postId: 'nowhere', id: '00000000-0000-4000-8000-000000000000', writerHash }
  expect(await editOwn(key, { body: 'secret' }, asItWas, db)).toEqual({ ok: false, reason: 'unavailable' })
  expect(await removeOwn(key, db)).toEqual({ ok: false, reason: 'unavailable' })
  expect(log.mock.calls.flat().join()).not.toContain('secret')
  log.mockRestore()
  await closeDb(db)
})
