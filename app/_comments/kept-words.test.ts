import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetOldWords, forgetSent, type Keeping, keepWords, readWords } from './kept-words'

const aDay = 24 * 60 * 60 * 1000
const answer: Keeping = { among: 'words', as: 'answer', before: '', of: '', time: 30 * aDay }

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what was sent is forgotten, and what was typed since is not', () => {
  keepWords(answer, 'Half.\nThe other half.')
  expect(forgetSent(answer, 'Half.')).toBe(false)
  expect(readWords(answer)?.text).toBe('Half.\nThe other half.')
  expect(forgetSent(answer, 'Half.\r\nThe other half.')).toBe(true)
  expect(readWords(answer)).toBeNull()
  expect(forgetSent(answer, 'Half.'), 'nothing is kept').toBe(true)
})

test('what was kept for its time is not on the device any more once anything of its kind is read', () => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] })
  const brief = { ...answer, as: 'brief', time: aDay }
  keepWords(answer, 'For long.')
  keepWords(brief, 'For a day.')
  keepWords({ ...brief, among: 'others' }, 'Of another kind.')
  vi.setSystemTime(aDay - 1)
  expect(readWords(brief)?.text).toBe('For a day.')
  vi.setSystemTime(aDay)
  expect(readWords(answer)?.text).toBe('For long.')
  expect([...kept.values()].join()).toContain('For long.')
  expect([...kept.values()].join()).not.toContain('For a day.')
  expect([...kept.keys()]).toContain('others')
  forgetOldWords('others')
  expect([...kept.keys()]).toEqual(['words'])
})

test('an edit is found again beside another wording, and known to be of the one before', () => {
  const edit = { ...answer, before: 'As it was.', of: 'the first' }
  keepWords(edit, 'Mended.')
  expect(readWords(edit)).toMatchObject({ text: 'Mended.', isStale: false })
  const changed = { ...edit, before: 'Changed.', of: 'the second' }
  expect(readWords(changed)).toMatchObject({ text: 'Mended.', isStale: true })
  keepWords(changed, 'Mended again.')
  expect(readWords(changed)?.isStale).toBe(false)
  keepWords(changed, 'Changed.')
  expect(readWords(changed)).toBeNull()
})
