import { expect, test } from 'vitest'
import { toNumber } from './address-number'

test.each([
  ['1', 1],
  ['58', 58],
  ['2147483647', 2_147_483_647],
] as const)('%s is a number', (segment, number) => {
  expect(toNumber(segment)).toBe(number)
})

test.each(['0', '-1', '01', '1.5', '1e3', '2147483648', '99999999999', '', 'newest', '%31'])(
  '%j is none',
  (segment) => {
    expect(toNumber(segment)).toBeNull()
  },
)
