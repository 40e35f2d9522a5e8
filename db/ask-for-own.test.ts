import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForOwn } from './ask-for-own'
import { askToConfirm, confirmGuest, followPost } from './guests'
import { findLetterKey, insertLetterKey } from './letter-keys'
import { guests, letterKeys, outbox, rateLimits, storedNow } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { everyRow } from './testing/every-row'
import { transaction } from './transaction'
import { findVisitor, insertVisit, removeVisit } from './visits'

describe.each(drivers)('the way to one’s own comments over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const ask = (key: string) => askForOwn(key, database.db)
  const insert = (key: string, given = {}) =>
    addComment(database.db, { postId: 'ways', emailHash: key, email: `${key}@example.org`, ...given })
  const letters = async (key: string) =>
    (await database.db.select().from(outbox)).filter(({ payload }) => JSON.stringify(payload).includes(key))
  async function guestOf(key: string) {
    const [guest] = await database.db.select().from(guests).where(eq(guests.key, key))
    return guest
  }
  const askedAgo = (key: string, hours: number) =>
    database.db
      .update(guests)
      .set({ ownAskedAt: sql`now() - make_interval(hours => ${hours})` })
      .where(eq(guests.key, key))

  test('a hundred who ask for one address at once have one letter written', async () => {
    await insert('wren')
    const asked = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const answers: boolean[] = []
        for (let time = 0; time < 20; time++) answers.push(await ask('wren'))
        return answers
      }),
    )
    expect(asked.flat().filter(Boolean)).toHaveLength(1)
    expect(await letters('wren')).toMatchObject([
      { kind: 'letter', payload: { letter: 'own', guest: 'wren' } },
    ])
    expect(await guestOf('wren')).toMatchObject({
      email: 'wren@example.org',
      confirmedAt: null,
      listedAt: null,
    })
  })

  test('an unproved address gets one a day, a proved one one an hour, and one that stopped letters one a day', async () => {
    await askedAgo('wren', 2)
    expect(await ask('wren')).toBe(false)
    await askedAgo('wren', 25)
    expect(await ask('wren')).toBe(true)
    await database.db.update(guests).set({ confirmedAt: new Date() }).where(eq(guests.key, 'wren'))
    expect(await ask('wren')).toBe(false)
    await askedAgo('wren', 2)
    expect(await ask('wren')).toBe(true)
    await database.db.update(guests).set({ stoppedAt: new Date() }).where(eq(guests.key, 'wren'))
    await askedAgo('wren', 2)
    expect(await ask('wren')).toBe(false)
  })

  test('an address without comments gets none, and nothing is kept of it', async () => {
    const before = await everyRow(database.db)
    expect(await ask('nobody')).toBe(false)
    expect(await everyRow(database.db)).toEqual(before)
    await insert('author', { byAuthor: true })
    expect(await ask('author')).toBe(false)
    expect(await guestOf('author')).toBeUndefined()
  })

  const kinds = async (key: string) =>
    (await letters(key)).map(({ payload, dueAt, createdAt }) => [
      payload,
      Math.abs(Math.round((dueAt.getTime() - createdAt.getTime()) / 3_600_000)),
    ])
  const own = (guest: string) => ({ letter: 'own', guest })
  const confirm = (guest: string) => ({ letter: 'confirm', guest })
  const asksToConfirm = (key: string) => transaction(database.db, (queries) => askToConfirm(queries, key))
  const aDayGoesBy = (key: string) =>
    database.db
      .update(guests)
      .set({
        askedAt: sql`${guests.askedAt} - interval '24 hours 1 second'`,
        ownAskedAt: sql`${guests.ownAskedAt} - interval '24 hours 1 second'`,
      })
      .where(eq(guests.key, key))

  test('whoever was asked today whose the address is gets no second letter, and after a yes the way at once', async () => {
    await insert('ida', { wantsLetters: true })
    for (let time = 0; time < 5; time++) expect(await ask('ida')).toBe(false)
    expect(await kinds('ida')).toEqual([[confirm('ida'), 0]])
    await confirmGuest('ida', database.db)
    expect(await ask('ida')).toBe(true)
    await insert('fay', { wantsLetters: true })
    await aDayGoesBy('fay')
    expect(await ask('fay')).toBe(true)
  })

  test('whoever got the way today is asked whose the address is when the day is over, and no sooner', async () => {
    await insert('eli')
    expect(await ask('eli')).toBe(true)
    await insert('eli', { wantsLetters: true })
    await followPost({ key: 'eli', email: 'eli@example.org' }, 'another', database.db)
    const both = [
      [own('eli'), 0],
      [confirm('eli'), 24],
    ]
    expect(await kinds('eli')).toEqual(both)
    await aDayGoesBy('eli')
    expect(await ask('eli'), 'on the day of the question').toBe(false)
    expect(await kinds('eli')).toEqual(both)
    await aDayGoesBy('eli')
    expect(await ask('eli')).toBe(true)
  })

  test('many who ask for both letters at once have one sent that day', async () => {
    await insert('ada')
    await database.db.insert(guests).values({ key: 'ada', email: 'ada@example.org' })
    await Promise.all(Array.from({ length: 10 }, (_, each) => (each % 2 ? ask('ada') : asksToConfirm('ada'))))
    expect((await kinds('ada')).filter(([, hours]) => hours === 0)).toHaveLength(1)
  })

  test('a comment among the spam is no reason to write to anybody', async () => {
    await insert('dot', { status: 'spam' })
    expect(await ask('dot')).toBe(false)
    expect(await guestOf('dot')).toBeUndefined()
    await insert('dot', { status: 'held' })
    expect(await ask('dot')).toBe(true)
  })

  test('to addresses that nobody has proved it counts against the limit of the site', async () => {
    for (const key of ['una', 'bo']) await insert(key)
    await database.db.delete(rateLimits)
    await database.db.insert(rateLimits).values({
      bucket: 'addresses asked to confirm',
      times: sql`array_fill(now(), array[99])`,
      expiresAt: sql`now() + interval '1 hour'`,
    })
    expect(await ask('una')).toBe(true)
    expect(await ask('bo')).toBe(false)
    expect(await letters('bo')).toEqual([])
    await database.db.update(guests).set({ confirmedAt: new Date() }).where(eq(guests.key, 'bo'))
    expect(await ask('bo'), 'is beside it').toBe(true)
    await database.db.delete(rateLimits)
  })

  test('whoever follows without commenting finds the way too, once the address is proved', async () => {
    const follower = { key: 'tam', email: 'tam@example.org' }
    await database.db.insert(guests).values(follower)
    expect(await ask('tam')).toBe(false)
    await database.db.update(guests).set({ confirmedAt: new Date() }).where(eq(guests.key, 'tam'))
    expect(await ask('tam')).toBe(true)
  })

  test('a letter opens a visit as often as it is asked to, is no yes to letters, and looking changes nothing', async () => {
    await insert('ode')
    await ask('ode')
    await insertLetterKey('ode letter', { purpose: 'own', guestKey: 'ode' }, database.db)
    const before = await everyRow(database.db)
    for (let time = 0; time < 10; time++) {
      expect(await findLetterKey('ode letter', 'own', database.db)).toBe('ode')
      expect(await findVisitor('ode letter', database.db)).toBeNull()
    }
    expect(await everyRow(database.db)).toEqual(before)
    expect(await insertVisit('ode letter', 'visit one', database.db)).toBe(true)
    expect(await insertVisit('ode letter', 'visit two', database.db)).toBe(true)
    expect(await guestOf('ode')).toMatchObject({ confirmedAt: null })
    expect(await findVisitor('visit one', database.db)).toEqual({
      key: 'ode',
      email: 'ode@example.org',
      stoppedAt: null,
      listedAt: null,
    })
    await removeVisit('visit one', database.db)
    await removeVisit('visit one', database.db)
    expect(await findVisitor('visit one', database.db)).toBeNull()
    expect((await findVisitor('visit two', database.db))?.key).toBe('ode')
  })

  test('what is over, was never sent or is for something else opens none', async () => {
    await insertLetterKey('ode confirm', { purpose: 'confirm', guestKey: 'ode' }, database.db)
    for (const hash of ['ode confirm', 'visit two', 'made up'])
      expect(await insertVisit(hash, `from ${hash}`, database.db)).toBe(false)
    const [row] = await database.db.select().from(letterKeys).where(eq(letterKeys.hash, 'visit two'))
    const left = (row?.expiresAt.getTime() ?? 0) - Date.now()
    expect(left).toBeGreaterThan(55 * 60_000)
    expect(left).toBeLessThan(65 * 60_000)
    await database.db.update(letterKeys).set({ expiresAt: storedNow })
    expect(await findVisitor('visit two', database.db)).toBeNull()
    expect(await insertVisit('ode letter', 'too late', database.db)).toBe(false)
  })
})
