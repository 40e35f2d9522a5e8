import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDb } from './client'
import { insertComment, lockConversation } from './insert-comment'
import { lookAtConversation } from './look-at-conversation'
import { comments } from './schema'
import { storeAsSeen } from './store-as-seen'
import { commentOf, storeComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('what was seen before a comment is stored, over $driver', ({ driver, start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const rowsOf = (postId: string) => database.db.select().from(comments).where(eq(comments.postId, postId))

  test('nothing is stored when what it answers was removed meanwhile', async () => {
    const first = await storeComment(database.db, { postId: 'removed' })
    const answer = commentOf({ postId: 'removed', parentNumber: first.comment.number })
    const seen = await lookAtConversation(answer, database.db)
    await database.db.transaction(async (queries) => {
      await lockConversation(queries, 'removed')
      await queries.update(comments).set({ status: 'removed' }).where(eq(comments.id, first.comment.id))
    })
    expect(await storeAsSeen(database.db, answer, seen)).toBeNull()
    expect(await rowsOf('removed')).toHaveLength(1)
  })

  test('nothing is stored when somebody else was the first of all meanwhile', async () => {
    const comment = commentOf({ postId: 'empty' })
    const seen = await lookAtConversation(comment, database.db)
    await storeComment(database.db, { postId: 'empty' })
    expect(await storeAsSeen(database.db, comment, seen)).toBeNull()
    expect(await rowsOf('empty')).toHaveLength(1)
  })

  test('the same words with another key are another comment', async () => {
    const said = { postId: 'twice', body: 'Thank you for this.' }
    for (let number = 1; number <= 2; number++) {
      const { repeated } = await storeComment(database.db, { ...said, key: crypto.randomUUID() })
      expect(repeated).toBe(false)
    }
  })

  // The embedded database answers one at a time: there nobody holds what others wait for.
  test.skipIf(driver === 'embedded')(
    'who was told that it could not be saved does not find it published',
    async () => {
      vi.spyOn(console, 'error').mockImplementation(() => {})
      await storeComment(database.db, { postId: 'late' })
      const others = openDb(database.target, { max: 1, timeout: 0 })
      let hold = () => {}
      const held = new Promise<void>((resolve) => (hold = resolve))
      const holding = others
        .transaction(async (queries) => {
          await lockConversation(queries, 'late')
          hold()
          await queries.execute(sql`select pg_sleep(6)`)
          throw new Error('No more of it.')
        })
        .catch((error: unknown) => error)
      await held
      expect(await insertComment(commentOf({ postId: 'late' }), database.db)).toMatchObject({
        reason: 'unavailable',
      })
      expect(await holding).toMatchObject({ message: 'No more of it.' })
      // Whatever waited for it is done when the next one is.
      await storeComment(database.db, { postId: 'late' })
      expect(await rowsOf('late')).toHaveLength(2)
      await others.$client.end()
    },
    30_000,
  )
})
