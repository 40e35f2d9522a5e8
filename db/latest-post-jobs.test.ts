import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { latestPostKind } from './add-latest-post-job'
import { decideComments } from './decide-comments'
import { erasePerson } from './erase-person'
import { dropLatestPostJob, type LatestPostJob, storeLatestPost, takeLatestPostJob } from './latest-post-jobs'
import { comments, conversations, outbox, storedNow } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

const website = 'https://wren.example/'
const latestPost = { blog: 'Small Weather', title: 'Rain, again', url: 'https://wren.example/again' }

describe.each(drivers)('latest posts over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await database.db.delete(outbox)
  })

  function add(given: Partial<Parameters<typeof addComment>[1]> = {}) {
    return addComment(database.db, { postId: 'a', website, wantsLatestPost: true, ...given })
  }
  async function take(): Promise<LatestPostJob & { comment: NonNullable<LatestPostJob['comment']> }> {
    const job = await takeLatestPostJob(database.db)
    if (!job?.comment) throw new Error('There was nothing to do.')
    return { ...job, comment: job.comment }
  }
  const ofPosts = eq(outbox.kind, latestPostKind)
  const makeDue = () => database.db.update(outbox).set({ dueAt: storedNow }).where(ofPosts)
  const listJobs = () => database.db.select().from(outbox)

  test('are read for who wants it and has a website, and never for what nobody will see', async () => {
    await add({ wantsLatestPost: false })
    await add({ website: null })
    await add({ forAuthor: true, status: 'held' })
    expect(await listJobs()).toEqual([])
    const id = await add()
    const held = await add({ status: 'held' })
    const jobs = await listJobs()
    expect(jobs.map(({ payload }) => payload)).toEqual([{ comment: id }, { comment: held }])
    expect(JSON.stringify(jobs), 'what is forgotten with the comment').not.toContain('wren')
    expect((await take()).comment).toEqual({ id, postId: 'a', website })
    expect((await take()).comment.id).toBe(held)
    expect(await takeLatestPostJob(database.db)).toBeNull()
  })

  test('are tried again after an hour, then daily, seven times in all', async () => {
    await add()
    const waits: unknown[] = []
    for (let tries = 1; tries <= 7; tries += 1) {
      expect((await take()).isRetry).toBe(tries > 1)
      expect(await takeLatestPostJob(database.db)).toBeNull()
      const [job] = await database.db
        .select({
          hours: sql<number>`round(extract(epoch from ${outbox.dueAt} - now()) / 3600)::int`,
          done: sql<boolean>`${outbox.doneAt} is not null`,
        })
        .from(outbox)
      waits.push(job?.done ? 'given up' : job?.hours)
      await makeDue()
    }
    expect(waits).toEqual([1, 24, 24, 24, 24, 24, 'given up'])
    expect(await takeLatestPostJob(database.db)).toBeNull()
  })

  test('one job is given to one caller, however many ask at once', async () => {
    for (let n = 0; n < 5; n += 1) await add()
    const taken = await Promise.all(Array.from({ length: 10 }, () => takeLatestPostJob(database.db)))
    const ids = taken.flatMap((job) => job?.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    // One that skips what another holds may find nothing more in that moment.
    for (let job = await takeLatestPostJob(database.db); job; job = await takeLatestPostJob(database.db))
      ids.push(job.id)
    expect(new Set(ids).size).toBe(5)
  })

  test('stand under the comment, and readers of a published one see it', async () => {
    const id = await add({ postId: 'shown' })
    const before = await changedAt('shown')
    const job = await take()
    expect(await storeLatestPost(job.id, job.comment, latestPost, database.db)).toBe(true)
    expect(await latestOf(id)).toEqual(latestPost)
    expect(await changedAt('shown')).not.toEqual(before)
    await makeDue()
    expect(await takeLatestPostJob(database.db)).toBeNull()

    const held = await add({ status: 'held' })
    const other = await take()
    expect(await storeLatestPost(other.id, other.comment, latestPost, database.db)).toBe(false)
    expect(await latestOf(held)).toEqual(latestPost)
  })

  test('of who was forgotten or put away meanwhile are not kept', async () => {
    const id = await add({ emailHash: 'e'.repeat(64) })
    const job = await take()
    await erasePerson('e'.repeat(64), 'kept', database.db)
    expect(await storeLatestPost(job.id, job.comment, latestPost, database.db)).toBe(false)
    expect(await latestOf(id)).toBeNull()
  })

  test('of what is spam or removed wait until the author takes it out', async () => {
    const ids = [await add({ status: 'spam' }), await add({ status: 'held' })]
    await decideComments(ids.slice(1), 'remove', database.db)
    expect(await takeLatestPostJob(database.db)).toBeNull()
    await decideComments(ids, 'publish', database.db)
    expect([(await take()).comment.id, (await take()).comment.id]).toEqual(ids)
  })

  test('of what was emptied for good are done with', async () => {
    const id = await add({ status: 'spam' })
    await database.db.update(comments).set({ status: 'removed', website: null }).where(eq(comments.id, id))
    const nothing = await takeLatestPostJob(database.db)
    expect(nothing?.comment).toBeNull()
    await dropLatestPostJob(nothing?.id ?? 0, database.db)
    await makeDue()
    expect(await takeLatestPostJob(database.db)).toBeNull()
  })

  test('that were chosen are there from the first moment, and nothing is read', async () => {
    const id = await add({ latestPost })
    expect(await latestOf(id)).toEqual(latestPost)
    expect(await takeLatestPostJob(database.db)).toBeNull()
  })

  async function latestOf(id: string) {
    const [row] = await database.db
      .select({ latestPost: comments.latestPost })
      .from(comments)
      .where(and(eq(comments.id, id)))
    return row?.latestPost
  }
  async function changedAt(postId: string) {
    const [row] = await database.db.select().from(conversations).where(eq(conversations.postId, postId))
    return row?.changedAt
  }
})
