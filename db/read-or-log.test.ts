import { expect, test, vi } from 'vitest'
import { isUnread, readOrLog } from './read-or-log'

test('what can be read is that, also where it is nothing', async () => {
  for (const found of [{ id: 1 }, 'asked', [], null]) {
    const read = await readOrLog('It could not be read', async () => found)
    expect(read).toBe(found)
    expect(isUnread(read)).toBe(false)
  }
})

test('what cannot be read is its name in the log', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const read = await readOrLog('It could not be read', () => Promise.reject(new Error('Out of wool.')))
  expect(isUnread(read)).toBe(true)
  expect(said.mock.calls).toEqual([[`It could not be read: Out of wool. (${isUnread(read) && read.fault})`]])
  said.mockRestore()
})
