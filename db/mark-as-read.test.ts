import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideAsRead, decideComments, type StatusVerb } from './decide-comments'
import { listDecisions } from './decisions'
import { findCase } from './find-comments'
import { countInbox, listInbox } from './inbox'
import type { NewComment } from './insert-comment'
import { comments } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { undoDecisions } from './undo-decisions'

describe.each(drivers)('what was written for the author alone, over $driver,', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const add = (given: Partial<NewComment> = {}) =>
    addComment(database.db, { postId: 'darn', status: 'held', forAuthor: true, ...given })
  const decide = (ids: string[], verb: StatusVerb) => decideComments(ids, verb, database.db)
  const undo = (notes: number[]) => undoDecisions(notes, database.db)
  const placeOf = async (id: string) => (await findCase(id, database.db))?.place
  const rowOf = (id: string) => database.db.select().from(comments).where(eq(comments.id, id))

  test('is marked as read, found apart from what waits, and taken back from the log', async () => {
    const [id, other] = [await add({ body: 'A moth.' }), await add()]
    const before = await rowOf(id)
    const read = await decide([id], 'read')
    expect(read).toMatchObject({ decisions: [expect.any(Number)], changed: [id], posts: [], refused: [] })
    expect(await rowOf(id), 'nothing of it changes').toEqual(before)
    const idsIn = async (status: 'held' | 'answered', search = '') => {
      const { cases } = await listInbox({ status, search }, database.db)
      return cases.map(({ id }) => id)
    }
    expect([await idsIn('held'), await idsIn('answered')]).toEqual([[other], [id]])
    expect(await idsIn('answered', 'moth')).toEqual([id])
    expect(await countInbox(database.db)).toMatchObject({ held: 1, answered: 1 })
    expect(await decide([id], 'read'), 'twice').toMatchObject({ decisions: [], changed: [], refused: [] })
    const line = { verb: 'read', by: 'author', commentId: id, canUndo: true, place: 'answered' }
    expect(await listDecisions({ limit: 1 }, database.db)).toMatchObject([line])
    expect(await undo(read.decisions)).toMatchObject({ changed: [id], posts: [], refused: [] })
    expect(await rowOf(id)).toEqual(before)
    expect(await idsIn('answered')).toEqual([])
  })

  test('waits again when it is put back, also out of Spam, until that is taken back', async () => {
    const id = await add()
    await decide([id], 'read')
    const back = await decide([id], 'hold')
    expect(back.changed).toEqual([id])
    expect(await placeOf(id)).toBe('held')
    expect(await decide([id], 'hold')).toMatchObject({ changed: [], refused: [] })
    await undo(back.decisions)
    expect(await placeOf(id)).toBe('answered')
    const spam = await decide([id], 'spam')
    const out = await decide([id], 'hold')
    expect(await placeOf(id)).toBe('held')
    expect(await undo([...spam.decisions, ...out.decisions])).toMatchObject({ changed: [id] })
    expect(await placeOf(id)).toBe('answered')
    await decide([id], 'remove')
    expect(await placeOf(id)).toBe('removed')
    await decide([id], 'read')
    expect(await placeOf(id), 'from the bin it comes back as read').toBe('answered')
  })

  test('waits again when its writer changes it, and is not marked as read by who has not seen that', async () => {
    const id = await add()
    await decide([id], 'read')
    const [edited] = await database.db
      .update(comments)
      .set({ body: 'And a second moth.', editedAt: sql`statement_timestamp()` })
      .where(eq(comments.id, id))
      .returning()
    expect(await placeOf(id)).toBe('held')
    const unread = await decideAsRead('read', new Map([[id, null]]), database.db)
    expect(unread).toMatchObject({ changed: [], refused: [{ id, why: 'changed' }] })
    expect(await placeOf(id)).toBe('held')
    const seen = new Map([[id, edited?.editedAt?.toISOString() ?? null]])
    expect(await decideAsRead('read', seen, database.db)).toMatchObject({ changed: [id], refused: [] })
    expect(await placeOf(id)).toBe('answered')
  })

  test('is marked as read alone: what was written for everybody waits on', async () => {
    const [alone, open] = [await add(), await add({ forAuthor: false })]
    expect(await decide([alone, open], 'read')).toMatchObject({
      changed: [alone],
      refused: [{ id: open, why: 'for-readers' }],
    })
    expect([await placeOf(alone), await placeOf(open)]).toEqual(['answered', 'held'])
  })
})
