import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findLetterKey, forgetOldLetterKeys, insertLetterKey } from './letter-keys'
import { guests, letterKeys, storedNow } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('the addresses in letters over $driver', ({ start }) => {
  let database: TestDatabase
  let guestKey: string

  beforeAll(async () => {
    database = await start()
    guestKey = randomUUID()
    await database.db.insert(guests).values({ key: guestKey, email: 'nell@post.example' })
  })
  afterAll(() => database.stop())

  test('open what they were made for, as often as they are asked, and nothing else', async () => {
    const commentId = await addComment(database.db, { postId: 'keys' })
    await insertLetterKey('of confirm', { purpose: 'confirm', guestKey }, database.db)
    await insertLetterKey('of decide', { purpose: 'decide', commentId }, database.db)
    for (let time = 0; time < 3; time += 1) {
      expect(await findLetterKey('of confirm', 'confirm', database.db)).toBe(guestKey)
      expect(await findLetterKey('of decide', 'decide', database.db)).toBe(commentId)
    }
    expect(await findLetterKey('of confirm', 'own', database.db)).toBeNull()
    expect(await findLetterKey('of confirm', 'decide', database.db)).toBeNull()
    expect(await findLetterKey('of nothing', 'confirm', database.db)).toBeNull()
  })

  test('open no more when their time is over, or what they opened is gone', async () => {
    await insertLetterKey('late', { purpose: 'own', guestKey }, database.db)
    await database.db.update(letterKeys).set({ expiresAt: storedNow })
    expect(await findLetterKey('late', 'own', database.db)).toBeNull()
    await insertLetterKey('left', { purpose: 'own', guestKey }, database.db)
    await forgetOldLetterKeys(database.db)
    expect(await database.db.select({ hash: letterKeys.hash }).from(letterKeys)).toEqual([{ hash: 'left' }])
    await database.db.delete(guests)
    expect(await findLetterKey('left', 'own', database.db)).toBeNull()
  })
})
