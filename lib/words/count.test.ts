import { expect, test } from 'vitest'
import { count } from './count'

test.each([
  [0, '0 posts'],
  [1, '1 post'],
  [24, '24 posts'],
  [1204, '1,204 posts'],
])('%i is said as %s', (amount, said) => {
  expect(count(amount, 'post')).toBe(said)
})
