import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideComments } from './decide-comments'
import { emptyComments } from './empty-comments'
import { countJudged, listJudged } from './judged'
import { comments, decisions } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { explain } from './testing/explain'
import { fillInbox } from './testing/fill-inbox'
import { undoDecisions } from './undo-decisions'

describe.each(drivers)('what there is to learn from over $driver', ({ driver, start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await database.db.delete(decisions)
    await database.db.delete(comments)
  })

  const insert = (given: Partial<Parameters<typeof addComment>[1]>) =>
    addComment(database.db, { postId: 'judged', ...given })
  const decide = (id: string, verb: Parameters<typeof decideComments>[1]) =>
    decideComments([id], verb, database.db)
  async function bodies(until: Date | null = null) {
    const { published, spam } = await listJudged(until, database.db)
    return { published: published.map(({ body }) => body), spam: spam.map(({ body }) => body) }
  }

  test('is name, website and text of what is published, the newest first, and nothing of the author’s own', async () => {
    await insert({ body: 'Older.', website: 'https://a.example/' })
    await insert({ body: 'Mine.', byAuthor: true })
    await insert({ body: 'Waits.', status: 'held' })
    const newer = await insert({ body: 'Waited.', status: 'held' })
    await decide(newer, 'publish')
    expect(await listJudged(null, database.db)).toEqual({
      until: expect.any(Date),
      published: [
        { name: 'Nell', website: null, body: 'Waited.' },
        { name: 'Nell', website: 'https://a.example/', body: 'Older.' },
      ],
      spam: [],
    })
    expect(await countJudged(20, database.db)).toEqual({ published: 2, spam: 0 })
  })

  test('is what the author put into Spam, and not what the rules did', async () => {
    await insert({ body: 'By the rules.', status: 'spam' })
    const id = await insert({ body: 'By the author.', status: 'held' })
    await decide(id, 'spam')
    expect(await bodies()).toEqual({ published: [], spam: ['By the author.'] })
    expect(await countJudged(20, database.db)).toEqual({ published: 0, spam: 1 })
  })

  test('is what the author saw among the spam of the rules, and put back there', async () => {
    const id = await insert({ body: 'Seen.', status: 'spam' })
    await decide(id, 'hold')
    await decide(id, 'spam')
    expect((await bodies()).spam).toEqual(['Seen.'])
  })

  test('is nothing that was taken back, or that the rules called spam again later', async () => {
    const undone = await insert({ body: 'Taken back.', status: 'spam' })
    await decide(undone, 'hold')
    const { decisions: notes } = await decide(undone, 'spam')
    await undoDecisions(notes, database.db)
    await database.db.update(comments).set({ status: 'spam' }).where(eq(comments.id, undone))
    const again = await insert({ body: 'Called so again.', status: 'held' })
    await decide(again, 'spam')
    await decide(again, 'hold')
    await database.db.update(comments).set({ status: 'spam' }).where(eq(comments.id, again))
    await database.db.insert(decisions).values({ commentId: again, verb: 'spam', by: 'rules' })
    expect((await bodies()).spam).toEqual([])
  })

  test('is not changed by an edit, nor by anything that came later than it was asked for', async () => {
    const early = await insert({ body: 'Early.', status: 'held' })
    await decide(early, 'spam')
    await insert({ body: 'Up early.' })
    await database.db.insert(decisions).values({ commentId: early, verb: 'edit', by: 'author' })
    const { until } = await listJudged(null, database.db)
    const later = new Date(until.getTime() + 60_000)
    const late = await insert({ body: 'Late.', status: 'held' })
    await decide(late, 'spam')
    const up = await insert({ body: 'Up late.' })
    await database.db.update(decisions).set({ at: later }).where(eq(decisions.commentId, late))
    await database.db.update(comments).set({ publishedAt: later }).where(eq(comments.id, up))
    expect(await bodies(until)).toEqual({ published: ['Up early.'], spam: ['Early.'] })
    expect(await bodies(later)).toEqual({ published: ['Up late.', 'Up early.'], spam: ['Late.', 'Early.'] })
  })

  test('is no word of what was emptied for good', async () => {
    const ids = [await insert({ body: 'Was up.' }), await insert({ body: 'Was spam.', status: 'held' })]
    await decide(ids[1] ?? '', 'spam')
    await emptyComments(database.db, ids)
    expect(await bodies()).toEqual({ published: [], spam: [] })
  })

  test('of a long text it is the beginning', async () => {
    await insert({ body: `${'x'.repeat(1000)}y` })
    expect((await bodies()).published).toEqual(['x'.repeat(1000)])
  })

  test('of many it is the newest 500 of each, and a count ends where it is enough', async () => {
    await fillInbox(database.db, 600, { people: 5, status: 'published' })
    await fillInbox(database.db, 600, { people: 5, status: 'spam' })
    await database.db.execute(
      sql`insert into decisions (comment_id, verb, by) select id, 'spam', 'author' from comments where status = 'spam'`,
    )
    const { published, spam } = await bodies()
    for (const found of [published, spam]) {
      expect(found).toHaveLength(500)
      expect(found[0]).toMatch(/\D0\.$/)
      expect(found[499]).toMatch(/\D499\.$/)
    }
    expect(await countJudged(20, database.db)).toEqual({ published: 20, spam: 20 })
  })

  // One driver is reached otherwise, and the server behind it is the same.
  test.skipIf(driver === 'vercel')(
    'with ten thousand of each it is read in the order of an index',
    async () => {
      for (const status of ['published', 'spam', 'held'] as const)
        await fillInbox(database.db, 10_000, { people: 500, status })
      await database.db.execute(
        sql`insert into decisions (comment_id, verb, by) select id, 'publish', 'rules' from comments`,
      )
      await database.db.execute(sql`analyze decisions`)
      const plans = await explain(database.db, () => listJudged(new Date(), database.db))
      expect(plans).toHaveLength(2)
      for (const plan of plans) expect(plan).not.toMatch(/Seq Scan|-> +Sort /)
    },
  )
})
