import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepLastGood } from './keep-last-good'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function fail(): Promise<{ rows: number }> {
  throw new Error('away')
}

test('what was read last is shown while reading fails', async () => {
  expect(await keepLastGood('one', async () => ({ rows: 1 }))).toEqual({ rows: 1 })
  expect(await keepLastGood('one', async () => ({ rows: 2 }))).toEqual({ rows: 2 })
  expect(await keepLastGood('one', fail)).toEqual({ rows: 2 })
  expect(console.error).toHaveBeenCalledOnce()
})

test('what was never read is not made up', async () => {
  await expect(keepLastGood('two', fail)).rejects.toThrow('away')
})

test('a slow answer does not replace a newer one', async () => {
  let resolve: (page: { rows: number }) => void = () => {}
  const promise = new Promise<{ rows: number }>((answer) => {
    resolve = answer
  })
  const slow = keepLastGood('three', () => promise)
  await keepLastGood('three', async () => ({ rows: 2 }))
  resolve({ rows: 1 })
  expect(await slow).toEqual({ rows: 1 })
  expect(await keepLastGood('three', fail)).toEqual({ rows: 2 })
})

test('the five hundred that were read last are kept', async () => {
  for (let number = 0; number <= 500; number++)
    await keepLastGood(`many ${number}`, async () => ({ rows: number }))
  expect(await keepLastGood('many 1', fail)).toEqual({ rows: 1 })
  await expect(keepLastGood('many 0', fail)).rejects.toThrow('away')
})
