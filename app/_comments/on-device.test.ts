import { afterEach, expect, test, vi } from 'vitest'
import { keep, readKept } from './on-device'

/** A device that has room for so many letters in all. */
function deviceOf(room: number) {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    removeItem: (name: string) => kept.delete(name),
    setItem(name: string, text: string) {
      const others = [...kept].filter(([other]) => other !== name)
      if (others.reduce((sum, [, { length }]) => sum + length, text.length) > room)
        throw new DOMException('There is no room.', 'QuotaExceededError')
      kept.set(name, text)
    },
  })
}

afterEach(() => vi.unstubAllGlobals())

test('what found no room is not read in place of what was kept later', () => {
  deviceOf(40)
  keep('draft', { body: 'Long words, for which there is no room at all.' })
  expect(readKept('draft')).toEqual({ body: 'Long words, for which there is no room at all.' })
  keep('draft', { body: 'Short.' })
  expect(readKept('draft')).toEqual({ body: 'Short.' })
})
