import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDb, openDb } from './client'
import { findPause } from './find-pause'
import { settings } from './schema'
import { drivers, type TestDatabase } from './testing/drivers'

const away = openDb({ driver: 'pg', url: 'postgres://postgres@127.0.0.1:1/none' })
afterAll(() => closeDb(away))

async function whileAway(): Promise<boolean> {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const paused = await findPause(away)
  log.mockRestore()
  return paused
}

test('without a database nothing is paused, as far as anybody knows', async () => {
  expect(await whileAway()).toBe(false)
})

describe.each(drivers)('the pause over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const set = (value: unknown) =>
    database.db
      .insert(settings)
      .values({ name: 'pause', value })
      .onConflictDoUpdate({ target: settings.name, set: { value } })

  test('is on when the author says so, and off for anything else', async () => {
    expect(await findPause(database.db)).toBe(false)
    await set({ paused: true })
    expect(await findPause(database.db)).toBe(true)
    expect(await whileAway()).toBe(true)
    for (const value of [{ paused: false }, true, 'yes', 1, {}, []]) {
      await set(value)
      expect(await findPause(database.db)).toBe(false)
    }
  })
})
