import { expect, test } from 'vitest'
import { zonedTime } from './zoned-time'

test.each([
  ['2026-11-24', 'Europe/London', '2026-11-24T00:00:00.000Z'],
  ['2026-07-01T08:30', 'Europe/London', '2026-07-01T07:30:00.000Z'],
  ['2026-07-01', 'Europe/London', '2026-06-30T23:00:00.000Z'],
  ['2026-03-29T00:30', 'Europe/London', '2026-03-29T00:30:00.000Z'],
  ['2026-03-29T02:00', 'Europe/London', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T00:30', 'Europe/London', '2026-10-24T23:30:00.000Z'],
  ['2026-10-25T02:00', 'Europe/London', '2026-10-25T02:00:00.000Z'],
  ['2026-01-01T00:00', 'Pacific/Auckland', '2025-12-31T11:00:00.000Z'],
  ['2026-01-01T00:00', 'America/St_Johns', '2026-01-01T03:30:00.000Z'],
  ['2028-02-29', 'UTC', '2028-02-29T00:00:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(zonedTime(text, zone)?.toISOString()).toBe(instant)
})

test('a time the clocks jump over is as long after midnight as it would have been', () => {
  expect(zonedTime('2026-03-29T01:30', 'Europe/London')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

test('a time that comes twice is the first of the two', () => {
  expect(zonedTime('2026-10-25T01:30', 'Europe/London')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-11-24T24:00',
  '2026-11-24T08:60',
  '24 Nov 2026',
  '2026-11-24T08:30Z',
  '',
])('there is no %j', (text) => {
  expect(zonedTime(text, 'Europe/London')).toBeNull()
})
