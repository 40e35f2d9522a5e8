import { randomUUID } from 'node:crypto'
import { gt, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LetterWork } from '../lib/mail/letter-work'
import { addLetter, authorLetter, letterKind } from './add-letter'
import { dropLetter, endLetter, hasDueLetter, takeLetter } from './letter-jobs'
import { enterOffice, leaveOffice } from './letter-office'
import { outbox } from './schema'
import { drivers, type TestDatabase } from './testing/drivers'
import { forgetLetters, letMinutesPass, listLetters } from './testing/letters'
import { transaction } from './transaction'

describe.each(drivers)('letters over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(() => forgetLetters(database.db))

  const own: LetterWork = { letter: 'own', guest: 'nell' }
  const toAuthor = (): LetterWork => ({ letter: 'author', comments: [randomUUID()] })
  const add = (work: LetterWork = own, key: string | null = null) => addLetter(database.db, work, { key })
  const take = (...kinds: LetterWork['letter'][]) => takeLetter(kinds, database.db)
  const pass = (minutes: number) => letMinutesPass(database.db, minutes)

  test('are taken once each, the first that is due first, and none of another kind', async () => {
    await add()
    await addLetter(database.db, { letter: 'confirm', guest: 'tam' }, { key: null, delay: 60 })
    await add(toAuthor())
    expect(await hasDueLetter(['confirm'], database.db)).toBe(false)
    expect(await take('confirm')).toBeNull()
    expect(await take('own', 'confirm')).toMatchObject({ work: own, isLast: false })
    expect(await take('own', 'confirm')).toBeNull()
    await pass(1)
    expect(await take('confirm')).toMatchObject({ work: { letter: 'confirm', guest: 'tam' } })
  })

  test('are due as soon as they are noted, to the fraction of a millisecond', async () => {
    for (let count = 0; count < 20; count += 1) {
      const isLate = await transaction(database.db, async (queries) => {
        await addLetter(queries, own, { key: null })
        await queries.insert(outbox).values({ kind: letterKind, payload: own })
        return queries.$count(outbox, gt(outbox.dueAt, sql`now()`))
      })
      expect(isLate).toBe(0)
    }
  })

  test('go to one of many who take at once', async () => {
    await add()
    const taken = await Promise.all(Array.from({ length: 6 }, () => take('own')))
    expect(taken.filter((job) => job !== null)).toHaveLength(1)
  })

  test('are due again until they are ended, and sixteen times in all', async () => {
    await add()
    let tries = 0
    for (let isLast = false; !isLast; tries += 1) {
      isLast = (await take('own'))?.isLast ?? true
      await pass(360)
    }
    expect(tries).toBe(16)
    const job = await take('own')
    if (job) await endLetter(job.id, database.db)
    await pass(360)
    expect(await take('own')).toBeNull()
  })

  test('under one key are noted once, also when they were sent, but not when there was nothing to say', async () => {
    await add(own, 'one')
    const first = await take('own')
    if (first) await endLetter(first.id, database.db)
    await add(own, 'one')
    expect(await listLetters(database.db)).toHaveLength(1)
    if (first) await dropLetter(first.id, database.db)
    await add(own, 'one')
    expect(await take('own')).not.toBeNull()
  })

  test('to the author are gathered when they are many, but not those that may have arrived', async () => {
    const works = Array.from({ length: 7 }, toAuthor)
    for (const work of works.slice(0, 1)) await add(work)
    expect(await take('author')).toMatchObject({ work: works[0] })
    for (const work of works.slice(1)) await add(work)
    await pass(1)
    const comments = works.slice(1).flatMap((work) => (work.letter === 'author' ? work.comments : []))
    const taken = [await take('author'), await take('author')]
    expect(taken.map((job) => job?.work)).toEqual(
      expect.arrayContaining([works[0], { letter: 'author', comments }]),
    )
    expect(await take('author')).toBeNull()
    await add(toAuthor())
    expect(await take('author')).toMatchObject({ work: { letter: 'author' } })
  })

  test('to the author join those that wait, of which one is read', async () => {
    await addLetter(database.db, toAuthor(), { key: null, delay: 600 })
    await addLetter(database.db, toAuthor(), { key: null, delay: 300 })
    const first = sql<string>`min(${outbox.dueAt})::text`
    const [due] = await database.db.select({ first }).from(outbox)
    await database.db.insert(outbox).values(Array.from({ length: 500 }, () => authorLetter(randomUUID())))
    const rows = sql<number>`(seq_tup_read + idx_tup_fetch)::int`
    const counted = sql`(select * from pg_stat_xact_user_tables where relname = 'outbox') as counted`
    await transaction(database.db, async (queries) => {
      const [before] = await queries.select({ rows }).from(counted)
      await queries.insert(outbox).values(authorLetter(randomUUID()))
      expect(await queries.select({ rows }).from(counted)).toEqual([{ rows: (before?.rows ?? 0) + 1 }])
    })
    expect(await database.db.select({ first }).from(outbox)).toEqual([due])
    expect(await database.db.$count(outbox, sql`${outbox.dueAt}::text = ${due?.first}`)).toBe(502)
  })

  test('are sent by one worker at a time; one who is gone is followed after a minute', async () => {
    const enter = (holder: string) => enterOffice(holder, database.db)
    const all = await Promise.all(['a', 'b', 'c', 'd'].map(enter))
    expect(all.filter(Boolean)).toHaveLength(1)
    const holder = ['a', 'b', 'c', 'd'][all.indexOf(true)] ?? ''
    expect(await enter(holder), 'whoever is in goes on').toBe(true)
    await pass(1)
    expect(await enter('e')).toBe(true)
    await leaveOffice(holder, false, database.db)
    expect(await enter('f'), 'one who was too late lets nobody in').toBe(false)
    await leaveOffice('e', false, database.db)
    expect(await enter('f')).toBe(true)
  })

  test('rest ever longer while the mail server takes nothing', async () => {
    const waits: number[] = []
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await enterOffice('a', database.db)).toBe(true)
      await leaveOffice('a', true, database.db)
      let minutes = 0
      while (!(await enterOffice('a', database.db))) {
        await pass(1)
        minutes += 1
      }
      waits.push(minutes)
    }
    expect(waits).toEqual([1, 5, 15, 30, 30])
    await leaveOffice('a', false, database.db)
    expect(await enterOffice('b', database.db)).toBe(true)
  })
})
