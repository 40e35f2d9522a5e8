import { expect, test } from 'vitest'
import { isSameSecret } from './same-secret'

test.each([
  ['wool', 'wool', true],
  ['wool', 'Wool', false],
  ['wool', 'woo', false],
  ['', 'wool', false],
  ['', '', true],
])('%o and %o: %o', (one, other, same) => {
  expect(isSameSecret(one, other)).toBe(same)
})
