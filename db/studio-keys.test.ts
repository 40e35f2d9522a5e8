import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findOrMakeDeviceKey } from './device-key'
import { storedNow, studioKeys } from './schema'
import {
  acceptInvitation,
  findPasswordHash,
  isInvitationOpen,
  replaceInvitation,
  replacePassword,
} from './studio-keys'
import { insertSession, listSessions, removeSessions } from './studio-sessions'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('the keys of the studio over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await database.db.delete(studioKeys)
  })

  test('hold no password until one is set', async () => {
    expect(await findPasswordHash(database.db)).toBeNull()
    await replacePassword('one', database.db)
    await replacePassword('other', database.db)
    expect(await findPasswordHash(database.db)).toBe('other')
  })

  test('let a one-time address in once, and of twenty at once one', async () => {
    await replaceInvitation('token', 60, database.db)
    expect(await isInvitationOpen('token', database.db)).toBe(true)
    expect(await isInvitationOpen('guessed', database.db)).toBe(false)
    expect(await acceptInvitation('guessed', 'theirs', database.db)).toBe(false)
    const tries = Array.from({ length: 20 }, (_, index) =>
      acceptInvitation('token', `number ${index}`, database.db),
    )
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1)
    expect(await findPasswordHash(database.db)).toMatch(/^number \d+$/)
    expect(await isInvitationOpen('token', database.db)).toBe(false)
  })

  test('know the newest one-time address alone, and that until its time is over', async () => {
    await replaceInvitation('first', 60, database.db)
    await replaceInvitation('second', 60, database.db)
    expect(await acceptInvitation('first', 'mine', database.db)).toBe(false)
    await database.db.update(studioKeys).set({ expiresAt: storedNow })
    expect(await isInvitationOpen('second', database.db)).toBe(false)
    expect(await acceptInvitation('second', 'mine', database.db)).toBe(false)
    expect(await findPasswordHash(database.db)).toBeNull()
  })

  test('are changed for good: a new password ends the one-time address and every session', async () => {
    await replacePassword('old', database.db)
    const session = { tokenHash: 'token', device: 'Firefox on Linux', insteadOf: null }
    await insertSession({ ...session, passwordHash: 'old' }, database.db)
    await replaceInvitation('token', 60, database.db)
    await replacePassword('new', database.db)
    expect(await isInvitationOpen('token', database.db)).toBe(false)
    expect(await listSessions(database.db)).toEqual([])
  })

  test('know no browser any more after a new password, or after signing out everywhere', async () => {
    const keys = [await findOrMakeDeviceKey(database.db)]
    expect(await findOrMakeDeviceKey(database.db)).toBe(keys[0])
    for (const end of [
      () => replacePassword('new', database.db),
      () => removeSessions(database.db),
      async () => {
        await replaceInvitation('address', 60, database.db)
        await acceptInvitation('address', 'newest', database.db)
      },
    ]) {
      await end()
      const made = await Promise.all(Array.from({ length: 5 }, () => findOrMakeDeviceKey(database.db)))
      expect(new Set(made).size).toBe(1)
      keys.push(...made.slice(0, 1))
    }
    expect(new Set(keys).size).toBe(4)
  })
})
