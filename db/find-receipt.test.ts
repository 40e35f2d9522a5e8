import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeOwn } from './change-own'
import { findReceipt } from './find-receipt'
import { comments } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('a receipt over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const insert = (given: Parameters<typeof addComment>[1]) => addComment(database.db, given)

  test('tells that a comment waits, and neither what it says nor who wrote it', async () => {
    const id = await insert({
      postId: 'receipts',
      status: 'held',
      reasons: ['trap'],
      body: 'Hello?',
      email: 'nell@example.org',
      emailHash: 'e'.repeat(64),
      addressHash: 'a'.repeat(64),
    })
    expect(await findReceipt('receipts', id, database.db)).toEqual({
      status: 'held',
      number: null,
      forAuthor: false,
      isFollowed: false,
      isTakenBack: false,
    })
  })

  test('tells what became of it', async () => {
    const id = await insert({ postId: 'receipts' })
    expect(await findReceipt('receipts', id, database.db)).toMatchObject({ status: 'published', number: 1 })
    await database.db.update(comments).set({ status: 'removed' }).where(eq(comments.id, id))
    expect(await findReceipt('receipts', id, database.db)).toMatchObject({
      status: 'removed',
      isTakenBack: false,
    })
  })

  test('tells when its writer deleted it', async () => {
    const writerHash = 'w'.repeat(64)
    const id = await insert({ postId: 'receipts', writerHash })
    await removeOwn({ postId: 'receipts', id, writerHash }, database.db)
    expect(await findReceipt('receipts', id, database.db)).toMatchObject({
      status: 'removed',
      isTakenBack: true,
    })
  })

  test('tells whether replies are sent to its writer', async () => {
    const asked = { wantsLetters: true, email: 'tam@example.org', emailHash: 'f'.repeat(64) }
    const id = await insert({ postId: 'receipts', ...asked })
    expect(await findReceipt('receipts', id, database.db)).toMatchObject({ isFollowed: true })
  })

  test('is none for an id nobody has, or under another post', async () => {
    const id = await insert({ postId: 'receipts' })
    expect(await findReceipt('receipts', randomUUID(), database.db)).toBeNull()
    expect(await findReceipt('elsewhere', id, database.db)).toBeNull()
  })
})
