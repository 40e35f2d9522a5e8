import { expect, test } from 'vitest'
import { weightedLength } from './weighted-length'

const alone = { via: null, withUrl: false }

test.each([
  ['abc', 3],
  ['é—“', 3],
  ['日本', 4],
  ['👨‍👩‍👧', 2],
  ['see https://example.com/a/very/long/address/indeed/and/more', 4 + 23],
])('%s takes %i units', (tweet, length) => {
  expect(weightedLength({ tweet, ...alone })).toBe(length)
})

test('an address takes 23 units and its space, a handle its letters and six more', () => {
  expect(weightedLength({ tweet: 'abc', via: null, withUrl: true })).toBe(3 + 24)
  expect(weightedLength({ tweet: 'abc', via: 'unpicked', withUrl: true })).toBe(3 + 24 + 6 + 8)
})
