import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideComments } from './decide-comments'
import { decideLatestPosts, listHeldLatestPosts } from './decide-latest-posts'
import { listDecisions } from './decisions'
import { erasePerson } from './erase-person'
import { listFirstPage } from './first-page'
import { takeLook } from './latest-post-looks'
import { comments, decisions, outbox, storedNow } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { undoDecisions } from './undo-decisions'

const website = 'https://wren.example/'
const latestPost = { blog: 'Small Weather', title: 'Rain, again', url: 'https://wren.example/again' }
const nowCalled = 'Wren moved house'
const held = { ...latestPost, nowCalled }
const nobody = '00000000-0000-4000-8000-000000000000'

describe.each(drivers)('latest posts that are held over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await database.db.delete(outbox)
    await database.db.delete(comments)
  })

  type Given = Partial<Parameters<typeof addComment>[1]>
  const add = (given: Given = {}) =>
    addComment(database.db, { postId: 'a', website, wantsLatestPost: true, latestPost: held, ...given })
  const decide = (verb: 'show-latest' | 'drop-latest', ...ids: string[]) =>
    decideLatestPosts(ids, verb, database.db)
  const stored = async (id: string) =>
    (await database.db.select().from(comments).where(eq(comments.id, id)))[0]?.latestPost
  /** What readers of the post see. */
  const shown = async () => (await listFirstPage('a', database.db)).comments.map((each) => each.latestPost)
  const verbs = async () => (await listDecisions({}, database.db)).map(({ verb, by }) => `${verb} ${by}`)
  const makeDue = () => database.db.update(outbox).set({ dueAt: storedNow })

  test('are the author’s to find, those of the oldest comments first', async () => {
    const [first, second] = [await add(), await add({ name: 'Tam' })]
    await add({ latestPost })
    await add({ status: 'held' })
    expect(await listHeldLatestPosts(5, database.db)).toEqual([
      { commentId: first, name: 'Nell', title: latestPost.title, nowCalled },
      { commentId: second, name: 'Tam', title: latestPost.title, nowCalled },
    ])
    expect(await listHeldLatestPosts(1, database.db)).toHaveLength(1)
  })

  test('are shown again as they were, and looked at again', async () => {
    const id = await add()
    await makeDue()
    expect(await takeLook(database.db), 'what is held is not looked at').toMatchObject({ comment: null })
    await database.db.update(outbox).set({ doneAt: sql`now()`, attempts: 2 })
    expect(await decide('show-latest', id, nobody)).toEqual({
      decisions: [expect.any(Number)],
      changed: [id],
      posts: ['a'],
      refused: [{ id: nobody, why: 'gone' }],
    })
    const allowed = { ...latestPost, allowedAs: nowCalled }
    expect(await shown()).toEqual([latestPost])
    expect(await stored(id)).toEqual(allowed)
    expect(await verbs()).toEqual(['show-latest author'])
    expect(await takeLook(database.db)).toBeNull()
    await makeDue()
    expect(await takeLook(database.db)).toMatchObject({ misses: 0, comment: { id, latestPost: allowed } })
    expect(await decide('show-latest', id), 'twice').toMatchObject({ decisions: [], changed: [], posts: [] })
  })

  test('are left out for good', async () => {
    const [id, fine] = [await add(), await add({ latestPost })]
    expect(await decide('drop-latest', id, fine)).toMatchObject({ changed: [id], posts: ['a'] })
    expect(await shown()).toEqual([null, latestPost])
    expect(await listHeldLatestPosts(5, database.db)).toEqual([])
    expect(await verbs()).toEqual(['drop-latest author'])
  })

  test.each(['show-latest', 'drop-latest'] as const)('are held again when %s is taken back', async (verb) => {
    const id = await add()
    const decided = await decide(verb, id)
    expect(await undoDecisions(decided.decisions, database.db)).toMatchObject({ changed: [id], posts: ['a'] })
    expect(await stored(id)).toEqual(held)
    expect(await shown()).toEqual([null])
  })

  test('are what they were before the oldest decision about them, when several are taken back', async () => {
    const id = await add()
    const before = await decideComments([id], 'spam', database.db)
    const first = await decide('show-latest', id)
    await database.db.update(comments).set({ latestPost: { ...held, allowedAs: nowCalled } })
    const second = await decide('drop-latest', id)
    expect(await undoDecisions(before.decisions, database.db)).toMatchObject({
      refused: [{ id, why: 'overtaken' }],
    })
    const all = [before, first, second].flatMap(({ decisions }) => decisions)
    expect(await undoDecisions(all, database.db)).toMatchObject({ changed: [id], posts: ['a'] })
    expect(await stored(id)).toEqual(held)
    expect(await shown()).toEqual([null])
  })

  test('stay as a look has found them, when another decision is taken back', async () => {
    const id = await add({ latestPost })
    const { decisions } = await decideComments([id], 'spam', database.db)
    await database.db.update(comments).set({ latestPost: held })
    await undoDecisions(decisions, database.db)
    expect(await stored(id)).toEqual(held)
  })

  test('are forgotten with their writers, in what was decided, too', async () => {
    const id = await add({ emailHash: 'e'.repeat(64) })
    await decide('drop-latest', id)
    await erasePerson('e'.repeat(64), 'kept', database.db)
    expect(JSON.stringify(await database.db.select().from(decisions))).not.toContain('Rain')
  })
})
