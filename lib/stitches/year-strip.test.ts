import { expect, test } from 'vitest'
import { countByMonth, monthInitials, stitches } from './year-strip'

test('a month without posts is left empty', () => {
  expect(stitches(0, 3)).toBeNull()
})

test.each([1, 2, 3, 7, 40])('%i posts are as many stitches, all over the initial of their month', (posts) => {
  const starts = [...(stitches(posts, 10) ?? '').matchAll(/M([\d.]+) /g)].map(([, x]) => Number(x))
  expect(starts).toHaveLength(posts)
  expect(Math.max(...starts)).toBeLessThanOrEqual(30)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})

test('up to three stitches stand nine units apart, as on the drawing', () => {
  expect([...(stitches(3, 0) ?? '').matchAll(/M([\d.]+) /g)].map(([, x]) => x)).toEqual(['2', '11', '20'])
})

test('months are counted from January, the silent ones as nothing', () => {
  expect(countByMonth([10, 10, 0, 11, 10])).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1])
  expect(countByMonth([])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
})

test('the year begins and ends where the site’s language says', () => {
  expect(monthInitials.join('')).toBe('JFMAMJJASOND')
})
