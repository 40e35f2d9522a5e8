import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideComments } from './decide-comments'
import { eraseGuest } from './erase-person'
import { findLetterKey } from './letter-keys'
import { findFeedHash, listRepliesTo, removeFeedKey, replaceFeedKey } from './replies-feed'
import { comments, conversations, guests } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('the feed of replies to a guest over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    for (const table of [guests, comments, conversations]) await database.db.delete(table)
    await database.db.insert(guests).values([
      { key: 'nell', email: 'nell@post.example' },
      { key: 'wren', email: 'wren@post.example' },
    ])
  })

  const nell = { email: 'nell@post.example', emailHash: 'nell' }
  const add = (given: Partial<Parameters<typeof addComment>[1]>) =>
    addComment(database.db, { postId: 'wool', ...given })
  const bodies = async (key: string, most = 10) =>
    (await listRepliesTo(key, most, database.db)).map(({ body }) => body)

  test('holds what others answered to what they wrote, the newest first, and nothing else', async () => {
    await add({ ...nell, body: 'Asked by Nell.' })
    await add({ body: 'Beside it.' })
    await add({ parentNumber: 1, body: 'One answer.' })
    await add({ parentNumber: 1, ...nell, body: 'Nell to herself.' })
    await add({ parentNumber: 2, body: 'To somebody else.' })
    await add({ parentNumber: 3, body: 'To the answer.' })
    await add({ parentNumber: 1, body: 'From the author.', byAuthor: true })
    await add({ postId: 'silk', ...nell, body: 'Asked elsewhere.' })
    await add({ postId: 'silk', parentNumber: 1, body: 'Answered elsewhere.' })
    expect(await bodies('nell')).toEqual(['Answered elsewhere.', 'From the author.', 'One answer.'])
    expect(await bodies('nell', 1)).toEqual(['Answered elsewhere.'])
    expect(await bodies('wren')).toEqual([])
  })

  test('holds nothing that waits, or was taken away', async () => {
    await add({ ...nell, body: 'Asked.' })
    const held = await add({ parentNumber: 1, status: 'held', body: 'Waits.' })
    await add({ parentNumber: 1, status: 'spam', body: 'Cheap.' })
    expect(await bodies('nell')).toEqual([])
    await decideComments([held], 'publish', database.db)
    expect(await bodies('nell')).toEqual(['Waits.'])
    await decideComments([held], 'remove', database.db)
    expect(await bodies('nell')).toEqual([])
  })

  test('is opened by one token, until another is made, it is ended, or the guest is forgotten', async () => {
    const opened = (hash: string) => findLetterKey(hash, 'feed', database.db)
    expect(await findFeedHash('nell', database.db)).toBeNull()
    await replaceFeedKey('nell', 'first', database.db)
    await replaceFeedKey('wren', 'of-wren', database.db)
    expect(await opened('first')).toBe('nell')
    expect(await findLetterKey('first', 'own', database.db)).toBeNull()
    await replaceFeedKey('nell', 'second', database.db)
    expect([await opened('first'), await opened('second')]).toEqual([null, 'nell'])
    expect(await findFeedHash('nell', database.db)).toBe('second')
    await removeFeedKey('nell', database.db)
    expect(await findFeedHash('nell', database.db)).toBeNull()
    expect([await opened('second'), await opened('of-wren')]).toEqual([null, 'wren'])
    await eraseGuest('wren', 'kept', database.db)
    expect(await opened('of-wren')).toBeNull()
  })
})
