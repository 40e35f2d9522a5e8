import { expect, test } from 'vitest'
import { budgetWords, type Figure, isMet, median, ratioOf } from './figure'

const figure: Figure = {
  what: 'a page',
  unit: 'requests/s',
  ours: [90, 80, 100],
  floor: { what: 'a bare page', values: [100, 120, 100] },
}

test('the median of an even number of values lies between the middle two', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('a budget speaks of the ratio, the difference or the figure itself', () => {
  expect(ratioOf(figure)).toBe(0.9)
  expect(isMet(figure)).toBeNull()
  expect(isMet({ ...figure, budget: { of: 'ratio', least: 0.9 } })).toBe(true)
  expect(isMet({ ...figure, budget: { of: 'ratio', least: 0.95 } })).toBe(false)
  expect(isMet({ ...figure, budget: { of: 'ours', most: 90 } })).toBe(true)
  expect(isMet({ ...figure, budget: { of: 'difference', least: -9 } })).toBe(false)
  expect(budgetWords({ ...figure, budget: { of: 'ratio', least: 0.9 } })).toBe('≥ 0.9 ×')
})

test('rounds in which the machine had other work count like all others', () => {
  const inTurn = { what: 'a bare page', values: [100, 100, 50, 40, 50] }
  expect(ratioOf({ ...figure, ours: [90, 90, 45, 36, 100], floor: inTurn })).toBeCloseTo(0.9)
  expect(ratioOf({ ...figure, ours: [90, 90], floor: inTurn })).toBeCloseTo(1.8)
})

test('what the floor has none of has no ratio', () => {
  expect(ratioOf({ ...figure, floor: { what: 'a bare page', values: [0] } })).toBeNull()
})
