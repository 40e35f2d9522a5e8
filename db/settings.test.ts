import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPause } from './find-pause'
import { settings } from './schema'
import { findRules, savePause, saveRules } from './settings'
import { asTheyCome } from './testing/as-they-come'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('settings over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  test('are as they come until the author sets them, and then as set', async () => {
    expect(await findRules(asTheyCome, database.db)).toEqual(asTheyCome)
    const rules = {
      holdFirst: false,
      links: 5,
      flood: { count: 1, minutes: 1 },
      quickest: 0,
      holdWords: '',
      spamWords: 'one\nother word',
    }
    await saveRules(asTheyCome, database.db)
    await saveRules(rules, database.db)
    await savePause(true, database.db)
    expect(await findRules(asTheyCome, database.db)).toEqual(rules)
    expect(await findPause(database.db)).toBe(true)
    await savePause(false, database.db)
    expect(await findPause(database.db)).toBe(false)
  })

  test.each([
    [{ holdFirst: false }, { ...asTheyCome, holdFirst: false }],
    [
      { links: 'many', flood: { count: 1 }, holdWords: '' },
      { ...asTheyCome, holdWords: '' },
    ],
    ['nonsense', asTheyCome],
  ])('of which a part is absent or damaged (%j) are as they come in that part', async (value, rules) => {
    await database.db.delete(settings)
    await database.db.insert(settings).values([
      { name: 'rules', value },
      { name: 'pause', value: [] },
    ])
    expect(await findRules(asTheyCome, database.db)).toEqual(rules)
  })
})
