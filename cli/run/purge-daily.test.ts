import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { purge } from '../../jobs/purge'
import { purgeDaily } from './purge-daily'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('old comments are deleted every day, also after a day without a database, until the run ends', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const ends: (() => void)[] = []
  let days = 0
  const deleteOld = async () => {
    days++
    if (days === 2) throw new Error('no database')
  }
  purgeDaily({ onEnd: (end) => ends.push(end) }, () => purge(deleteOld))
  const later = (count: number) => vi.advanceTimersByTimeAsync(count * 86_400_000)
  await later(0.99)
  expect(days).toBe(0)
  await later(3.02)
  expect(days).toBe(4)
  expect(said.mock.calls).toEqual([['Old comments were not deleted today: no database']])
  for (const end of ends) end()
  await later(2)
  expect(days).toBe(4)
})
