import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideComments } from './decide-comments'
import { findTold } from './find-told'
import { resumeFollow, stopAllFollows, stopFollow } from './follows'
import { confirmGuest } from './guests'
import { comments, follows, guests, outbox } from './schema'
import { settleComment } from './settle-comment'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { addConfirmedFollower, addFollower, forgetEverybody } from './testing/guests'
import { forgetLetters, listLetters } from './testing/letters'
import { transaction } from './transaction'
import { undoDecisions } from './undo-decisions'

/** Addresses, and the hashes that stand for them. */
const people = {
  nell: { email: 'nell@post.example', emailHash: 'nell' },
  tam: { email: 'tam@post.example', emailHash: 'tam' },
}

describe.each(drivers)('whom a comment is told over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await forgetEverybody(database.db)
  })

  type Given = Partial<Parameters<typeof addComment>[1]>
  const add = (given: Given = {}) => addComment(database.db, { postId: 'wool', ...given })
  /** A comment of Nell's that is up and whose replies she wants, at an address that is confirmed. */
  async function addNells(given: Given = {}) {
    const id = await add({ ...people.nell, wantsLetters: true, ...given })
    await confirmGuest('nell', database.db)
    await forgetLetters(database.db)
    return id
  }
  const publish = (...ids: string[]) => decideComments(ids, 'publish', database.db)
  const works = async () => (await listLetters(database.db)).map(({ work }) => work)
  const aDayGoesBy = () =>
    database.db.update(comments).set({ publishedAt: sql`${comments.publishedAt} - interval '25 hours'` })

  test('the writer of a comment that waited, when it is up, and once', async () => {
    const id = await add({ ...people.nell, wantsLetters: true, status: 'held' })
    expect(await works()).toEqual([{ letter: 'confirm', guest: 'nell' }])
    await confirmGuest('nell', database.db)
    await forgetLetters(database.db)
    const { decisions } = await publish(id)
    await undoDecisions(decisions, database.db)
    await publish(id)
    expect(await works()).toEqual([{ letter: 'published', comment: id, guest: 'nell' }])
  })

  test('not the writer of one that was up at once, with Akismet’s leave or without', async () => {
    await addNells()
    const waiting = { status: 'held' as const, reasons: ['akismet-unsure'] }
    const asked = { isNoted: false, body: 'At once.' }
    const id = await addNells({ ...waiting, body: asked.body })
    await settleComment({ ...asked, id }, () => ({ status: 'published', reasons: [] }), database.db)
    expect(await works()).toEqual([])
    const late = await addNells({ ...waiting, body: 'Later.' })
    const settle = { id: late, body: 'Later.', isNoted: true }
    await settleComment(settle, () => ({ status: 'published', reasons: [] }), database.db)
    expect(await works()).toEqual([{ letter: 'published', comment: late, guest: 'nell' }])
  })

  test('whom it answers, when they want to know, and nobody else in the thread', async () => {
    const parent = await addNells()
    const reply = await add({ parentNumber: 1 })
    expect(await works()).toEqual([{ letter: 'reply', comment: reply, guest: 'nell' }])
    expect((await listLetters(database.db))[0]?.minutes, 'there is nothing to undo').toBe(0)
    await add({ parentNumber: 2 })
    await add()
    await add({ parentNumber: 1, postId: 'wool', status: 'held' })
    await add({ parentNumber: 1, status: 'spam' })
    await add({ parentNumber: 1, status: 'held', forAuthor: true })
    expect(await works()).toHaveLength(1)
    expect(await findTold({ letter: 'reply', comment: reply, guest: 'nell' }, database.db)).toMatchObject({
      email: 'nell@post.example',
      number: 2,
      parent: { id: parent },
    })
  })

  test('who follows the conversation, but not of what they said themselves', async () => {
    await addConfirmedFollower(database.db, 'tam', 'wool')
    await add(people.tam)
    const said = await add()
    await add({ postId: 'silk' })
    expect(await works()).toEqual([{ letter: 'followed', comment: said, guest: 'tam' }])
  })

  test('one person once, for the first of their reasons', async () => {
    await addNells()
    await addFollower(database.db, 'nell', 'wool')
    const reply = await add({ parentNumber: 1 })
    expect(await works()).toEqual([{ letter: 'reply', comment: reply, guest: 'nell' }])
    await add({ ...people.nell, parentNumber: 1, wantsLetters: true })
    expect(await works(), 'an answer to oneself').toHaveLength(1)
  })

  test.each<[string, (db: TestDatabase['db']) => Promise<unknown>]>([
    ['has not confirmed', (db) => db.update(guests).set({ confirmedAt: null })],
    ['has stopped these letters', async (db) => stopFollow(await onlyFollow(db), db)],
    ['has stopped all letters', (db) => stopAllFollows('nell', db)],
    ['is forgotten', (db) => db.delete(guests)],
  ])('nobody who %s, be it after the letter was noted', async (_, change) => {
    await addNells()
    const reply = await add({ parentNumber: 1 })
    const work = { letter: 'reply' as const, comment: reply, guest: 'nell' }
    expect(await findTold(work, database.db)).not.toBeNull()
    await change(database.db)
    expect(await findTold(work, database.db)).toBeNull()
    await forgetLetters(database.db)
    await add({ parentNumber: 1 })
    expect(await works()).toEqual([])
  })

  test('what the author decides half a minute later, and nothing when it was taken back by then', async () => {
    await addNells()
    const reply = await add({ parentNumber: 1, status: 'held' })
    const { decisions } = await publish(reply)
    const seconds = sql<number>`round(extract(epoch from ${outbox.dueAt} - now()))::int`
    expect(await database.db.select({ seconds }).from(outbox)).toEqual([{ seconds: 30 }])
    const work = { letter: 'reply' as const, comment: reply, guest: 'nell' }
    expect(await findTold(work, database.db)).not.toBeNull()
    await undoDecisions(decisions, database.db)
    expect(await findTold(work, database.db)).toBeNull()
  })

  test('one that was put away by mistake when that is taken back, unless it was known for a day', async () => {
    await addNells()
    const reply = await add({ parentNumber: 1 })
    const spam = await decideComments([reply], 'spam', database.db)
    await forgetLetters(database.db)
    await undoDecisions(spam.decisions, database.db)
    expect(await works()).toEqual([{ letter: 'reply', comment: reply, guest: 'nell' }])
    const again = await decideComments([reply], 'hold', database.db)
    await forgetLetters(database.db)
    await aDayGoesBy()
    await undoDecisions(again.decisions, database.db)
    expect(await works()).toEqual([])
  })

  const asking = { ...people.nell, wantsLetters: true, status: 'held' as const }

  test('after confirming, that a comment is up, and not what was up for a day', async () => {
    const id = await add(asking)
    const before = await add(asking)
    await publish(before)
    await aDayGoesBy()
    await publish(id)
    await confirmGuest('nell', database.db)
    await confirmGuest('nell', database.db)
    expect(await works()).toEqual([
      { letter: 'confirm', guest: 'nell' },
      { letter: 'published', comment: id, guest: 'nell' },
    ])
  })

  test('after confirming, what was answered meanwhile, once, and not also that the comment is up', async () => {
    const id = await add(asking)
    await publish(id)
    const early = await add({ parentNumber: 1 })
    await aDayGoesBy()
    await database.db.update(follows).set({ createdAt: sql`${follows.createdAt} - interval '26 hours'` })
    const author = await add({ parentNumber: 1, byAuthor: true })
    const mine = { parentNumber: 1, ...people.nell }
    await add(mine)
    await add({ parentNumber: 2 })
    await add()
    for (const status of ['held', 'spam'] as const) await add({ parentNumber: 1, status })
    await add({ parentNumber: 1, status: 'held', forAuthor: true })
    const away = await add({ parentNumber: 1 })
    await decideComments([away], 'remove', database.db)
    await addFollower(database.db, 'nell', 'wool')
    await confirmGuest('nell', database.db)
    await confirmGuest('nell', database.db)
    const told = (await works()).filter((work) => !JSON.stringify(work).includes('confirm'))
    expect(told).toHaveLength(2)
    for (const comment of [early, author]) {
      expect(told).toContainEqual({ letter: 'reply', comment, guest: 'nell' })
    }
    const isLate = sql<boolean>`${outbox.dueAt} > now() + interval '20 seconds'`
    const late = await database.db.select({ key: outbox.key }).from(outbox).where(isLate)
    expect(late, 'may still be taken back').toEqual([{ key: `comment ${author} to nell` }])
  })

  test('after confirming, no answer older than a week', async () => {
    await publish(await add(asking))
    await add({ parentNumber: 1 })
    const ago = sql`interval '8 days'`
    await database.db.update(comments).set({ publishedAt: sql`${comments.publishedAt} - ${ago}` })
    await database.db.update(follows).set({ createdAt: sql`${follows.createdAt} - ${ago}` })
    await confirmGuest('nell', database.db)
    expect(await works()).toEqual([{ letter: 'confirm', guest: 'nell' }])
  })

  test('after confirming, nothing that was said while they had stopped it', async () => {
    await publish(await add(asking))
    await stopFollow(await onlyFollow(database.db), database.db)
    await add({ parentNumber: 1 })
    await confirmGuest('nell', database.db)
    expect(await works(), 'still stopped').toEqual([{ letter: 'confirm', guest: 'nell' }])
    await database.db.update(follows).set({ createdAt: sql`now()` })
    await confirmGuest('nell', database.db)
    expect(await works(), 'asked for anew').toEqual([{ letter: 'confirm', guest: 'nell' }])
  })

  test('after confirming once more, nothing that was said before the stop was taken back', async () => {
    await addNells()
    const id = await onlyFollow(database.db)
    await stopFollow(id, database.db)
    await add({ parentNumber: 1 })
    await resumeFollow(id, database.db)
    await confirmGuest('nell', database.db)
    expect(await works()).toEqual([])
  })

  test('a hundred comments under one address ask once; what counts as spam asks when the author says it is none', async () => {
    const spam = await add({ ...people.tam, wantsLetters: true, status: 'spam' })
    expect(await works()).toEqual([])
    await publish(spam)
    expect(await works()).toEqual([{ letter: 'confirm', guest: 'tam' }])
    for (let round = 0; round < 10; round++) {
      const posts = Array.from({ length: 10 }, (_, each) => `post ${each}`)
      await Promise.all(posts.map((postId) => add({ ...asking, postId })))
    }
    expect(await works()).toHaveLength(2)
  })

  test('a thousand followers in one statement', async () => {
    await transaction(database.db, async (queries) => {
      const keys = Array.from({ length: 1000 }, (_, each) => `guest ${each}`)
      const confirmedAt = new Date()
      await queries
        .insert(guests)
        .values(keys.map((key) => ({ key, email: `${key}@a.example`, confirmedAt })))
      await queries
        .insert(follows)
        .values(keys.map((guestKey) => ({ id: crypto.randomUUID(), guestKey, postId: 'wool' })))
    })
    await add()
    expect(await works()).toHaveLength(1000)
  })

  async function onlyFollow(db: TestDatabase['db']) {
    const [row] = await db.select({ id: follows.id }).from(follows)
    if (!row) throw new Error('Nobody follows anything.')
    return row.id
  }
})
