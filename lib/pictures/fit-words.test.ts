import { expect, test } from 'vitest'
import { fitWords } from './fit-words'

const box = { width: 1000, height: 300, leading: 1.2, sizes: [96, 72, 48, 36] as const }

test('few words are drawn large, many are drawn smaller', () => {
  expect(fitWords('A kind no', box).size).toBe(96)
  const sizes = [20, 60, 120, 280].map((length) => fitWords('mend it. '.repeat(length / 9), box).size)
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  expect(sizes.at(-1)).toBeLessThan(96)
})

test('what fits at no size is drawn at the smallest, and must end with its last whole line', () => {
  expect(fitWords('endless '.repeat(200), box)).toEqual({ size: 36, lines: 6 })
})

test('a word that is long is drawn smaller rather than broken', () => {
  expect(fitWords('Donaudampfschifffahrtsgesellschaft', box)).toEqual({ size: 48, lines: 5 })
})

test('a word longer than a line takes as many lines as it needs', () => {
  expect(fitWords('un'.repeat(80), box).size).toBeLessThan(96)
})
