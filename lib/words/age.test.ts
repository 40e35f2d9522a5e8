import { expect, test } from 'vitest'
import { ageOf } from './age'

const now = new Date('2026-11-24T12:00:00Z')

// Noon in London before each change of its clocks.
test.each([
  ['2027-03-27T12:00:00Z', '2027-03-28T11:59:00Z', '23 hours ago'],
  ['2027-03-27T12:00:00Z', '2027-03-28T12:00:00Z', 'yesterday'],
  ['2027-03-27T12:00:00Z', '2027-03-31T11:59:00Z', '3 days ago'],
  ['2026-10-24T11:00:00Z', '2026-10-25T10:59:00Z', '23 hours ago'],
  ['2026-10-24T11:00:00Z', '2026-10-25T11:00:00Z', 'yesterday'],
  ['2026-10-24T11:00:00Z', '2026-10-28T11:00:00Z', '4 days ago'],
])('over a night when the clocks change %s is, at %s, %s', (instant, then, said) => {
  expect(ageOf(new Date(instant), new Date(then))).toBe(said)
})

test.each([
  ['2026-11-24T11:59:30Z', 'now'],
  ['2026-11-24T12:00:30Z', 'now'],
  ['2026-11-24T11:58:10Z', '1 minute ago'],
  ['2026-11-24T10:00:00Z', '2 hours ago'],
  ['2026-11-23T12:00:00Z', 'yesterday'],
  ['2026-11-15T12:00:00Z', '9 days ago'],
  ['2026-09-20T12:00:00Z', '2 months ago'],
  ['2024-11-20T12:00:00Z', '2 years ago'],
])('%s is %s', (instant, said) => {
  expect(ageOf(new Date(instant), now)).toBe(said)
})
