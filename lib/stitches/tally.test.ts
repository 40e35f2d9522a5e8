import { expect, test } from 'vitest'
import { tally } from './tally'

test.each([
  [0, 0],
  [3, 3],
  [30, 30],
  [31, 30],
  [5000, 30],
])('%i comments are %i stitches', (amount, stitches) => {
  const { path, width } = tally(amount)
  expect(path.match(/M/g) ?? []).toHaveLength(stitches)
  expect(width).toBeLessThan(300)
})

test('they stand in fives', () => {
  const lefts = [...tally(6).path.matchAll(/M(\d+)/g)].map(([, left]) => Number(left))
  expect(lefts).toEqual([2, 10, 18, 26, 34, 49])
})
