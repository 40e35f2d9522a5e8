import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideComments, type StatusVerb } from './decide-comments'
import { listDecisions, listLastDecisions } from './decisions'
import { editComment } from './edit-comment'
import type { NewComment } from './insert-comment'
import { noteReply } from './note-reply'
import { comments, decisions } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { undoDecisions } from './undo-decisions'

describe.each(drivers)('taking decisions back over $driver', ({ start }) => {
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
  const decide = (ids: string[], verb: StatusVerb) => decideComments(ids, verb, database.db)
  const undo = (ids: number[]) => undoDecisions(ids, database.db)

  test.each<[NewComment['status'], StatusVerb]>([
    ['held', 'spam'],
    ['held', 'remove'],
    ['spam', 'hold'],
    ['published', 'hold'],
    ['published', 'spam'],
    ['published', 'remove'],
  ])('a %s comment is exactly what it was before "%s"', async (status, verb) => {
    const id = await insert({
      postId: `undo ${status} ${verb}`,
      status,
      reasons: status === 'held' ? ['trap'] : [],
    })
    const before = await rowOf(id)
    const { decisions, posts } = await decide([id], verb)
    expect(await rowOf(id)).not.toEqual(before)
    expect(await undo(decisions)).toEqual({ decisions, changed: [id], posts, refused: [] })
    expect(await rowOf(id)).toEqual(before)
  })

  test('a first publication is taken back but for its number, which the same comment has again', async () => {
    const id = await insert({ postId: 'undo first', status: 'held', reasons: ['trap', 'quick'] })
    const { decisions } = await decide([id], 'publish')
    const { publishedAt } = await rowOf(id)
    expect(await undo(decisions)).toMatchObject({ posts: ['undo first'] })
    expect(await rowOf(id)).toMatchObject({
      status: 'held',
      reasons: ['trap', 'quick'],
      number: 1,
      publishedAt,
    })
    const next = await insert({ postId: 'undo first' })
    expect((await rowOf(next)).number).toBe(2)
    await decide([id], 'publish')
    expect((await rowOf(id)).number).toBe(1)
  })

  test('an edit is taken back, words and mark, and is seen only where the comment is', async () => {
    const id = await insert({ postId: 'undo edit', body: 'As it was.' })
    const before = await rowOf(id)
    const edited = await editComment(id, 'Otherwise.', null, database.db)
    expect(edited).toMatchObject({ changed: [id], posts: ['undo edit'], refused: [] })
    expect(await rowOf(id)).toMatchObject({ body: 'Otherwise.', editedAt: expect.any(Date) })
    expect(await editComment(id, 'Otherwise.', null, database.db)).toMatchObject({
      decisions: [],
      changed: [],
    })
    expect(await undo(edited.decisions)).toMatchObject({ posts: ['undo edit'] })
    expect(await rowOf(id)).toEqual(before)
    await decide([id], 'hold')
    expect(await editComment(id, 'Unseen.', null, database.db)).toMatchObject({ changed: [id], posts: [] })
  })

  test('many on many posts are taken back together', async () => {
    const ids: string[] = []
    for (const postId of ['undo one', 'undo other', 'undo one']) ids.push(await insert({ postId }))
    const before = await Promise.all(ids.map(rowOf))
    const { decisions } = await decide(ids, 'spam')
    expect(decisions).toHaveLength(3)
    expect((await undo(decisions)).posts).toEqual(['undo one', 'undo other'])
    expect(await Promise.all(ids.map(rowOf))).toEqual(before)
  })

  test('what was taken back already is passed over', async () => {
    const id = await insert({ postId: 'undo again' })
    const { decisions } = await decide([id], 'spam')
    await undo(decisions)
    await decide([id], 'remove')
    expect(await undo(decisions)).toEqual({ decisions: [], changed: [], posts: [], refused: [] })
    expect((await rowOf(id)).status).toBe('removed')
    expect(await undo([2_000_000_000])).toMatchObject({ changed: [], refused: [] })
  })

  test('one that was overtaken stands, until what came after is taken back, or both together', async () => {
    const id = await insert({ postId: 'undo overtaken', status: 'held' })
    const before = await rowOf(id)
    const spam = await decide([id], 'spam')
    const bin = await decide([id], 'remove')
    expect(await undo(spam.decisions)).toMatchObject({ changed: [], refused: [{ id, why: 'overtaken' }] })
    expect(await undo([...spam.decisions, ...bin.decisions])).toMatchObject({ changed: [id] })
    expect(await rowOf(id)).toEqual(before)
  })

  test('the log offers what can be taken back, and tells apart what was overtaken', async () => {
    const id = await insert({ postId: 'undo offered', status: 'held', forAuthor: true })
    const [spam] = (await decide([id], 'spam')).decisions
    const [bin] = (await decide([id], 'remove')).decisions
    // A letter overtakes nothing.
    await database.db.insert(decisions).values({ commentId: id, verb: 'answer', by: 'author' })
    const offered = async () => (await listDecisions({ limit: 3 }, database.db)).slice(1)
    expect(await offered()).toMatchObject([
      { id: bin, canUndo: true, isOvertaken: false },
      { id: spam, canUndo: false, isOvertaken: true },
    ])
    expect(await undo([spam ?? 0])).toMatchObject({ refused: [{ why: 'overtaken' }] })
    expect(await undo([bin ?? 0])).toMatchObject({ changed: [id] })
    expect(await offered()).toMatchObject([
      { id: bin, canUndo: false, isOvertaken: false },
      { id: spam, canUndo: true, isOvertaken: false },
    ])
    expect(await undo([spam ?? 0])).toMatchObject({ changed: [id] })
  })

  test('the author’s reply in the same go goes with it, and one they wrote later stays', async () => {
    const postId = 'undo reply'
    const id = await insert({ postId, status: 'held' })
    const approved = await decide([id], 'publish')
    const [reply, later] = [
      await insert({ postId, parentNumber: 1, byAuthor: true }),
      await insert({ postId, parentNumber: 1, byAuthor: true }),
    ]
    await noteReply(reply, approved.decisions, database.db)
    expect(await listLastDecisions(undefined, database.db)).toEqual(approved.decisions)
    expect(await undo(approved.decisions)).toMatchObject({ changed: [id], posts: [postId] })
    expect(await rowOf(reply)).toMatchObject({ status: 'removed', removedAt: expect.any(Date) })
    expect((await rowOf(later)).status).toBe('published')
    await decide([reply], 'publish')
    await undo(approved.decisions)
    expect((await rowOf(reply)).status).toBe('published')
  })

  test('how a comment arrived cannot be taken back', async () => {
    const id = await insert({ postId: 'undo arrival', status: 'held' })
    const [note] = await database.db
      .insert(decisions)
      .values({ commentId: id, verb: 'hold', by: 'rules', before: null })
      .returning()
    expect(await undo([note?.id ?? 0])).toMatchObject({ changed: [], refused: [{ id, why: 'final' }] })
  })

  test('the last decision is found, of all comments or of some', async () => {
    const ids = [await insert({ postId: 'undo last' }), await insert({ postId: 'undo last' })]
    const { decisions } = await decide(ids, 'spam')
    const last = await decide(ids.slice(0, 1), 'remove')
    expect(await listLastDecisions(undefined, database.db)).toEqual(last.decisions)
    expect((await listLastDecisions(ids, database.db)).toSorted()).toEqual(
      [...last.decisions, decisions[decisions.length - 1]].toSorted(),
    )
    await undo(last.decisions)
    expect(await listLastDecisions(ids, database.db)).toHaveLength(2)
    expect(await listLastDecisions([], database.db)).toEqual([])
  })
})
