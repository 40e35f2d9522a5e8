import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findCase } from './find-comments'
import { findFollow, resumeFollow, stopAllFollows, stopConversation, stopFollow } from './follows'
import { askToConfirm, confirmGuest, forgetUnconfirmed, insertFollow } from './guests'
import { insertAnswer } from './insert-answer'
import { follows, guests, outbox, rateLimits } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { everyRow } from './testing/every-row'
import { forgetLetters, listLetters } from './testing/letters'
import { transaction } from './transaction'

const nell = { key: 'nell', email: 'nell@post.example' }

describe.each(drivers)('guests over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await forgetLetters(database.db)
    await database.db.delete(guests)
    await database.db.delete(rateLimits)
  })

  const ask = (postId = 'wool', guest = nell) =>
    transaction(database.db, async (queries) => {
      await insertFollow(queries, guest, { postId, commentId: null })
      return askToConfirm(queries, guest.key)
    })

  /** They ask for letters about a comment of theirs on this post; gives the id of that. */
  async function follow(postId: string, guest = nell): Promise<string> {
    const mine = { postId, email: guest.email, emailHash: guest.key, wantsLetters: true }
    const commentId = await addComment(database.db, mine)
    const [row] = await database.db
      .select({ id: follows.id })
      .from(follows)
      .where(eq(follows.commentId, commentId))
    if (!row) throw new Error('Nobody follows the comment.')
    return row.id
  }

  async function aDayGoesBy() {
    const ago = sql`interval '24 hours 1 second'`
    await database.db.update(guests).set({ askedAt: sql`${guests.askedAt} - ${ago}` })
    await database.db
      .update(follows)
      .set({ createdAt: sql`${follows.createdAt} - ${ago}`, stoppedAt: sql`${follows.stoppedAt} - ${ago}` })
  }

  async function followOf(postId = 'wool') {
    const [row] = await database.db.select({ id: follows.id }).from(follows).where(eq(follows.postId, postId))
    if (!row) throw new Error(`Nobody follows ${postId}.`)
    const follow = await findFollow(row.id, database.db)
    if (!follow) throw new Error('A follow was not found by its id.')
    return follow
  }

  const isStopped = async (postId?: string) => (await followOf(postId)).isStopped

  test('a hundred who type one address at once have one letter sent, and the next a day later', async () => {
    let sent = 0
    for (let round = 0; round < 5; round++) {
      const posts = Array.from({ length: 20 }, (_, each) => `post ${round} ${each}`)
      sent += (await Promise.all(posts.map((post) => ask(post)))).filter(Boolean).length
    }
    expect(sent).toBe(1)
    expect(await listLetters(database.db)).toMatchObject([{ work: { letter: 'confirm', guest: 'nell' } }])
    expect(await database.db.select({ id: follows.id }).from(follows)).toHaveLength(100)
    await aDayGoesBy()
    expect(await ask()).toBe(true)
    expect(await listLetters(database.db), 'instead of the one that was not sent yet').toHaveLength(1)
  })

  test('the whole site asks a hundred addresses an hour, and those it did not reach later', async () => {
    const many = Array.from({ length: 101 }, (_, each) => ({ ...nell, key: `guest ${each}` }))
    for (const guest of many) await ask('wool', guest)
    expect(await listLetters(database.db)).toHaveLength(100)
    await database.db.update(rateLimits).set({ times: sql`array[now() - interval '61 minutes']` })
    expect(await ask('wool', { ...nell, key: 'guest 100' })).toBe(true)
  })

  test('whom the author answers is asked beside that limit, and whom it left out the author sees', async () => {
    const times = sql`array_fill(now(), array[100])`
    const full = { bucket: 'addresses asked to confirm', times, expiresAt: sql`now() + interval '1 hour'` }
    await database.db.insert(rateLimits).values(full)
    const mine = { postId: 'wool', email: nell.email, emailHash: nell.key }
    const id = await addComment(database.db, { ...mine, wantsLetters: true })
    expect(await listLetters(database.db), 'nobody is asked for a visitor').toEqual([])
    expect(await findCase(id, database.db)).toMatchObject({ isUnasked: true })
    const letter = await addComment(database.db, { ...mine, forAuthor: true, status: 'held' })
    await insertAnswer(letter, 'Thank you, Nell.', null, database.db)
    expect(await listLetters(database.db)).toMatchObject([{ work: { letter: 'confirm', guest: 'nell' } }])
    expect(await findCase(id, database.db)).toMatchObject({ isUnasked: false })
  })

  test('whoever has confirmed is asked no more, and saying it twice changes nothing', async () => {
    await ask()
    await confirmGuest('nell', database.db)
    const before = await everyRow(database.db)
    await confirmGuest('nell', database.db)
    expect(await everyRow(database.db)).toEqual(before)
    await aDayGoesBy()
    expect(await ask('another')).toBe(false)
  })

  test('what was stopped comes back only from their own inbox, whoever types their address', async () => {
    await ask()
    await ask('silk')
    await confirmGuest('nell', database.db)
    await stopFollow((await followOf()).id, database.db)
    await aDayGoesBy()
    expect(await ask('silk'), 'that one was not stopped').toBe(false)
    expect(await ask()).toBe(true)
    expect(await isStopped()).toBe(true)
    await confirmGuest('nell', database.db)
    expect(await isStopped()).toBe(false)
  })

  test('who stopped everything is asked before anything else, and gets what they asked for since', async () => {
    await ask()
    await confirmGuest('nell', database.db)
    await stopAllFollows('nell', database.db)
    await aDayGoesBy()
    expect(await ask('silk')).toBe(true)
    expect(await followOf('silk')).toMatchObject({ isStopped: false, isAllStopped: true })
    await confirmGuest('nell', database.db)
    expect(await followOf('silk')).toMatchObject({ isStopped: false, isAllStopped: false })
    expect(await isStopped()).toBe(true)
  })

  test('stopping is for one conversation or for all, and is taken back as it was done', async () => {
    for (const postId of ['wool', 'silk', 'flax']) await ask(postId)
    await confirmGuest('nell', database.db)
    const { id } = await followOf()
    await stopFollow(id, database.db)
    const before = await everyRow(database.db)
    await stopFollow(id, database.db)
    expect(await everyRow(database.db), 'twice is once').toEqual(before)
    await resumeFollow(id, database.db)
    expect(await isStopped()).toBe(false)

    await stopFollow((await followOf('flax')).id, database.db)
    await aDayGoesBy()
    await stopAllFollows('nell', database.db)
    await stopAllFollows('nell', database.db)
    expect(await followOf('silk')).toMatchObject({ isStopped: true, isAllStopped: true })
    await resumeFollow(id, database.db)
    expect(await followOf()).toMatchObject({ isStopped: false, isAllStopped: false })
    expect(await isStopped('silk')).toBe(false)
    expect(await isStopped('flax'), 'was stopped by itself').toBe(true)
  })

  test('who stops a conversation hears no more of any of their comments in it, and has all back at once', async () => {
    const [one, other, elsewhere] = [await follow('wool'), await follow('wool'), await follow('silk')]
    const others = await follow('wool', { key: 'tam', email: 'tam@post.example' })
    await confirmGuest('nell', database.db)
    const stopped = async () =>
      Promise.all(
        [one, other, elsewhere, others].map(async (id) => (await findFollow(id, database.db))?.isStopped),
      )
    await stopConversation(one, database.db)
    expect(await stopped()).toEqual([true, true, false, false])
    await resumeFollow(other, database.db)
    expect(await stopped()).toEqual([false, false, false, false])
  })

  test('who stopped everything and came back to one conversation has no others back by the link of a third', async () => {
    const [wool, silk, flax] = [await follow('wool'), await follow('silk'), await follow('flax')]
    await confirmGuest('nell', database.db)
    await stopAllFollows('nell', database.db)
    await aDayGoesBy()
    expect(await ask('silk')).toBe(true)
    await confirmGuest('nell', database.db)
    const before = await findFollow(wool, database.db)
    expect(before).toMatchObject({ isStopped: true, isAllStopped: false })
    await resumeFollow(flax, database.db)
    expect(await findFollow(flax, database.db)).toMatchObject({ isStopped: false })
    expect(await findFollow(wool, database.db), 'is not asked for').toMatchObject({ isStopped: true })
    expect((await findFollow(silk, database.db))?.isAllStopped).toBe(false)
  })

  test('an address that nobody confirms is forgotten after thirty days, and one that is stays', async () => {
    await ask()
    await ask('silk', { ...nell, key: 'tam' })
    await confirmGuest('tam', database.db)
    await forgetUnconfirmed(database.db)
    expect(await database.db.select({ key: guests.key }).from(guests)).toHaveLength(2)
    const ago = sql`now() - interval '31 days'`
    await database.db.update(guests).set({ createdAt: ago, askedAt: ago })
    await forgetUnconfirmed(database.db)
    expect(await database.db.select({ key: guests.key }).from(guests)).toEqual([{ key: 'tam' }])
    expect(await listLetters(database.db)).toMatchObject([{ work: { guest: 'tam' } }])
  })

  test('nobody is found where nobody is', async () => {
    expect(await findFollow(randomUUID(), database.db)).toBeNull()
    await resumeFollow(randomUUID(), database.db)
    await stopAllFollows('nobody', database.db)
    await confirmGuest('nobody', database.db)
    const rows = await database.db.select({ id: outbox.id }).from(outbox)
    expect(rows).toEqual([])
  })
})
