import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeKept, findKept, keepLastGood, readInTime } from './keep-last-good'

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

test('what is known to have changed is kept as it is now, whatever was asked for before', async () => {
  expect(findKept('four')).toBeNull()
  changeKept<{ rows: number }>('four', ({ rows }) => ({ rows: rows + 1 }))
  expect(findKept('four'), 'nothing was there to change').toBeNull()
  await keepLastGood('four', async () => ({ rows: 1 }))
  const change = () => changeKept<{ rows: number }>('four', ({ rows }) => ({ rows: rows + 1 }))
  await keepLastGood('four', async () => {
    change()
    return { rows: 1 }
  })
  expect(findKept('four'), 'it changed whenever it was read').toEqual({ rows: 4 })
  changeKept('four', () => null)
  expect(findKept('four')).toEqual({ rows: 4 })
  expect(await readInTime('four', async () => ({ rows: 5 })), 'and is read for the next page').toEqual({
    rows: 5,
  })
})

test('what was read while it changed is read once more, as it may be newer or older', async () => {
  await keepLastGood('five', async () => ({ rows: 1, isTrusted: true }))
  const answers = [
    { rows: 1, isTrusted: false },
    { rows: 2, isTrusted: false },
  ]
  await keepLastGood('five', async () => {
    const answer = answers.shift() ?? { rows: 0, isTrusted: true }
    if (answer.rows === 1) changeKept('five', (kept: { rows: number }) => ({ ...kept, rows: 2 }))
    return answer
  })
  expect(findKept('five')).toEqual({ rows: 2, isTrusted: false })
})

test('what is changed is no newer than what it was made of, and is read again as soon', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    await keepLastGood('six', async () => ({ rows: 1 }))
    vi.advanceTimersByTime(900)
    changeKept('six', () => ({ rows: 2 }))
    expect(await readInTime('six', fail)).toEqual({ rows: 2 })
    vi.advanceTimersByTime(200)
    expect(await readInTime('six', async () => ({ rows: 3 }))).toEqual({ rows: 3 })
  } finally {
    vi.useRealTimers()
  }
})

test('the five hundred that were read last are kept', async () => {
  for (let number = 0; number <= 500; number++)
    await keepLastGood(`many ${number}`, async () => ({ rows: number }))
  expect(await keepLastGood('many 1', fail)).toEqual({ rows: 1 })
  await expect(keepLastGood('many 0', fail)).rejects.toThrow('away')
})

describe('for a page that somebody waits for', () => {
  const never = () => new Promise<{ rows: number }>(() => {})

  test('what was read just now is not read again', async () => {
    await keepLastGood('now', async () => ({ rows: 1 }))
    const read = vi.fn(async () => ({ rows: 2 }))
    expect(await readInTime('now', read)).toEqual({ rows: 1 })
    expect(read).not.toHaveBeenCalled()
  })

  test('a database that does not answer in time holds nobody up, and what it says late is there for the next', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    try {
      await keepLastGood('late', async () => ({ rows: 1 }))
      vi.advanceTimersByTime(2_000)
      let answer: (page: { rows: number }) => void = () => {}
      const slow = new Promise<{ rows: number }>((resolve) => {
        answer = resolve
      })
      expect(await readInTime('late', () => slow)).toEqual({ rows: 1 })
      answer({ rows: 2 })
      await vi.waitFor(async () => expect(await readInTime('late', never)).toEqual({ rows: 2 }))
    } finally {
      vi.useRealTimers()
    }
  })

  test('one that answers in time is believed, and one that fails is not', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    try {
      await keepLastGood('again', async () => ({ rows: 1 }))
      vi.advanceTimersByTime(2_000)
      expect(await readInTime('again', async () => ({ rows: 2 }))).toEqual({ rows: 2 })
      vi.advanceTimersByTime(2_000)
      expect(await readInTime('again', fail)).toEqual({ rows: 2 })
    } finally {
      vi.useRealTimers()
    }
  })

  test('with nothing kept it is waited for', async () => {
    expect(await readInTime('first', async () => ({ rows: 3 }))).toEqual({ rows: 3 })
    await expect(readInTime('nothing', fail)).rejects.toThrow('away')
  })
})
