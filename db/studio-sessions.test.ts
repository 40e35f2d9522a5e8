import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { studioSessions } from './schema'
import { replacePassword } from './studio-keys'
import {
  findActiveSession,
  findSession,
  insertSession,
  listSessions,
  removeSession,
  removeSessions,
} from './studio-sessions'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('sessions of the author over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(() => replacePassword('hash', database.db))

  function signIn(tokenHash: string, more: { insteadOf?: string; passwordHash?: string } = {}) {
    const session = { tokenHash, device: 'Firefox on Linux', passwordHash: 'hash', insteadOf: null, ...more }
    return insertSession(session, database.db)
  }

  /** As if the session had begun, and last changed something, so many days earlier. */
  async function age(tokenHash: string, begun: number, active: number) {
    await database.db
      .update(studioSessions)
      .set({
        createdAt: sql`now() - make_interval(days => ${begun})`,
        activeAt: sql`now() - make_interval(days => ${active})`,
      })
      .where(eq(studioSessions.tokenHash, tokenHash))
  }

  test('are found by the hash of their token alone, and listed with the last used first', async () => {
    expect(await signIn('one')).toBe(true)
    expect(await signIn('other')).toBe(true)
    await age('other', 2, 1)
    const [one, other] = [await findSession('one', database.db), await findSession('other', database.db)]
    expect(one).toMatchObject({ device: 'Firefox on Linux' })
    expect(await findSession('neither', database.db)).toBeNull()
    expect(await listSessions(database.db)).toEqual([one, other])
  })

  test('take the place of the one the same browser had', async () => {
    await signIn('old')
    await signIn('new', { insteadOf: 'old' })
    expect(await findSession('old', database.db)).toBeNull()
    expect(await findSession('new', database.db)).not.toBeNull()
  })

  test('begin with the password that holds, and with no other', async () => {
    expect(await signIn('late', { passwordHash: 'the one before' })).toBe(false)
    expect(await listSessions(database.db)).toEqual([])
  })

  test('are all over with a new password, also those that begin at that moment', async () => {
    const tries = Array.from({ length: 20 }, (_, index) => signIn(`token ${index}`))
    await Promise.all([...tries, replacePassword('new', database.db)])
    expect(await listSessions(database.db)).toEqual([])
  })

  test('are over after ninety days, or thirty without a change, and then cleared away', async () => {
    for (const name of ['fresh', 'kept', 'old', 'idle']) await signIn(name)
    await age('kept', 89, 29)
    await age('old', 90, 1)
    await age('idle', 31, 30)
    expect(await findSession('kept', database.db)).not.toBeNull()
    for (const over of ['old', 'idle']) {
      expect(await findSession(over, database.db)).toBeNull()
      expect(await findActiveSession(over, database.db)).toBeNull()
    }
    expect(await listSessions(database.db)).toHaveLength(2)
    await signIn('next')
    expect(await database.db.$count(studioSessions)).toBe(3)
  })

  test('grow idle by reading, and not by changing something', async () => {
    await signIn('token')
    await age('token', 40, 29)
    const read = await findSession('token', database.db)
    expect(read).toEqual(await findSession('token', database.db))
    const changed = await findActiveSession('token', database.db)
    expect(changed?.activeAt.getTime()).toBeGreaterThan((read?.activeAt.getTime() ?? 0) + 28 * 86_400_000)
    expect(changed?.createdAt).toEqual(read?.createdAt)
  })

  test('end one by one, or all at once', async () => {
    for (const name of ['one', 'two', 'three']) await signIn(name)
    const two = await findSession('two', database.db)
    await removeSession(two?.id ?? '', database.db)
    expect(await findSession('two', database.db)).toBeNull()
    expect(await listSessions(database.db)).toHaveLength(2)
    await removeSessions(database.db)
    expect(await listSessions(database.db)).toEqual([])
  })
})
