import { expect, test } from 'vitest'
import { formatDate, isoDay, monthOf, yearOf } from './dates'

test.each([
  ['day', '24 Nov 2026'],
  ['short', '24 Nov'],
  ['minute', '24 Nov 2026, 08:14'],
] as const)('%s reads %s', (style, text) => {
  expect(formatDate('2026-11-24T08:14:00.000Z', style)).toBe(text)
})

test.each([
  ['2027-03-28T00:59:00Z', '28 Mar 2027, 00:59'],
  ['2027-03-28T01:00:00Z', '28 Mar 2027, 02:00'],
  ['2027-03-28T22:59:00Z', '28 Mar 2027, 23:59'],
  ['2027-03-28T23:00:00Z', '29 Mar 2027, 00:00'],
  ['2026-10-24T23:00:00Z', '25 Oct 2026, 00:00'],
  ['2026-10-25T00:30:00Z', '25 Oct 2026, 01:30'],
  ['2026-10-25T01:30:00Z', '25 Oct 2026, 01:30'],
  ['2026-10-25T23:59:00Z', '25 Oct 2026, 23:59'],
  ['2026-10-26T00:00:00Z', '26 Oct 2026, 00:00'],
])('on the days when the clocks change %s reads %s', (iso, text) => {
  expect(formatDate(iso, 'minute')).toBe(text)
})

test('days are those of the site’s zone: in summer London is an hour ahead', () => {
  const newDay = '2026-06-30T23:00:00.000Z'
  expect(formatDate(newDay, 'minute')).toBe('1 Jul 2026, 00:00')
  expect([isoDay(newDay), yearOf(newDay), monthOf(newDay)]).toEqual(['2026-07-01', 2026, 6])
  expect([isoDay('2026-12-31T23:59:59Z'), yearOf('2026-12-31T23:59:59Z')]).toEqual(['2026-12-31', 2026])
})
