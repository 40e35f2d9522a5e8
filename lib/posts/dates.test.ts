import { expect, test } from 'vitest'
import { formatDate, isoDay, monthOf, yearOf } from './dates'

test.each([
  ['day', '24 Nov 2026'],
  ['short', '24 Nov'],
  ['minute', '24 Nov 2026, 08:14'],
] as const)('%s reads %s', (style, text) => {
  expect(formatDate('2026-11-24T08:14:00.000Z', style)).toBe(text)
})

test('days are those of the site’s zone: in summer London is an hour ahead', () => {
  const newDay = '2026-06-30T23:00:00.000Z'
  expect(formatDate(newDay, 'minute')).toBe('1 Jul 2026, 00:00')
  expect([isoDay(newDay), yearOf(newDay), monthOf(newDay)]).toEqual(['2026-07-01', 2026, 6])
  expect([isoDay('2026-12-31T23:59:59Z'), yearOf('2026-12-31T23:59:59Z')]).toEqual(['2026-12-31', 2026])
})
