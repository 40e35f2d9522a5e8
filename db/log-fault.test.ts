import { expect, test, vi } from 'vitest'
import { logFault } from './log-fault'

test('what went wrong has a name of its own each time, and stands under it in the log', () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const faults = [1, 2].map(() => logFault('A comment was not stored', new Error('Out of wool.')))
  expect(new Set(faults).size).toBe(2)
  expect(said.mock.calls).toEqual(
    faults.map((fault) => [`A comment was not stored: Out of wool. (${fault})`]),
  )
  for (const fault of faults) expect(fault).toMatch(/^[0-9a-f]{8}$/)
  expect(logFault('Another was not, either', new Error('Out of wool.'), faults[0])).toBe(faults[0])
  expect(said).toHaveBeenLastCalledWith(`Another was not, either: Out of wool. (${faults[0]})`)
  said.mockRestore()
})
