import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDb, type Db, openDb } from './client'
import { listFirstPage, listFirstPageWith } from './first-page'
import { checkDatabase } from './health'
import { insertComment } from './insert-comment'
import { commentOf } from './testing/comment-of'
import { type Unreliable, unreliableDrivers } from './testing/outages'
import { transaction } from './transaction'

describe.each(unreliableDrivers)('a database over $driver', ({ start }) => {
  let database: Unreliable
  let db: Db

  beforeAll(async () => {
    database = await start()
    db = openDb(database.target, { timeout: 1_000 })
  })
  afterAll(async () => {
    await closeDb(db)
    await database.stop()
  })
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('that is killed is missed, its last comments are shown, and it is found again by itself', async () => {
    await insertComment(commentOf({ postId: 'away', name: 'Before' }), db)
    const before = await listFirstPage('away', db)
    await database.crash()
    const lost = commentOf({ postId: 'away', name: 'After' })
    expect(await insertComment(lost, db)).toMatchObject({ ok: false, reason: 'unavailable' })
    expect(await listFirstPage('away', db)).toEqual(before)
    expect(await listFirstPageWith('away', 1, db)).toEqual({ page: before, suffix: '' })
    expect(await listFirstPageWith('away', 2, db)).toEqual({ page: before, suffix: null })
    expect(await checkDatabase(db)).toEqual({ ok: false, reason: 'the database does not answer' })
    await database.restart()
    expect(await insertComment(lost, db)).toMatchObject({ ok: true, repeated: false })
    const { comments } = await listFirstPage('away', db)
    expect(comments.map(({ name }) => name)).toEqual(['Before', 'After'])
    expect(await checkDatabase(db)).toEqual({ ok: true })
  })

  test('that hangs is given up, and answers all the same when it is back', async () => {
    await insertComment(commentOf({ postId: 'hangs', name: 'Before' }), db)
    const before = await listFirstPage('hangs', db)
    database.hang()
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        insertComment(commentOf({ postId: 'hangs', name: `Hanging ${index}` }), db),
      ),
    )
    expect(tries.filter(({ ok }) => ok)).toEqual([])
    expect(await listFirstPage('hangs', db)).toEqual(before)
    database.goOn()
    // It has a queue of what nobody waits for any more to get through first.
    await vi.waitFor(async () => expect(await checkDatabase(db)).toEqual({ ok: true }), 5_000)
    for (let number = 1; number <= 20; number++) {
      expect(await insertComment(commentOf({ postId: 'back' }), db)).toMatchObject({
        ok: true,
        comment: { number },
      })
    }
  })

  test('rolls back what a transaction did before it failed, and closes it for the next', async () => {
    await expect(
      transaction(db, async (queries) => {
        await queries.execute(sql`insert into secrets (name, value) values ('half', 'done')`)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    await transaction(db, async (queries) => {
      await queries.execute(sql`insert into secrets (name, value) values ('half', 'done')`)
    })
  })
})
