import { expect, test } from 'vitest'
import { type Closed, whyClosed } from './why-closed'

const now = new Date('2026-11-25T12:00:00Z')
const post = (publishedAt: string, comments = true) => ({ comments, publishedAt })

type Settings = { closeAfterDays: number | null; isPaused: boolean }
const table: [string, ReturnType<typeof post>, Settings, Closed | null][] = [
  ['a post is open', post('2026-11-24T12:00:00Z'), { closeAfterDays: null, isPaused: false }, null],
  ['an old post is, too', post('2006-11-24T12:00:00Z'), { closeAfterDays: null, isPaused: false }, null],
  [
    'the author closed it',
    post('2026-11-24T12:00:00Z', false),
    { closeAfterDays: null, isPaused: false },
    'closed',
  ],
  ['its days are over', post('2026-10-26T12:00:00Z'), { closeAfterDays: 30, isPaused: false }, 'closed'],
  ['its last second runs', post('2026-10-26T12:00:01Z'), { closeAfterDays: 30, isPaused: false }, null],
  ['everything rests', post('2026-11-24T12:00:00Z'), { closeAfterDays: 30, isPaused: true }, 'paused'],
  [
    'what is closed is not said to rest',
    post('2026-01-01T12:00:00Z'),
    { closeAfterDays: 30, isPaused: true },
    'closed',
  ],
  ['nothing opens at all', post('2026-11-25T12:00:00Z'), { closeAfterDays: 0, isPaused: false }, 'closed'],
]

test.each(table)('%s', (_case, of, settings, expected) => {
  expect(whyClosed(of, { ...settings, now })).toBe(expected)
})

test.each([
  ['spring', '2027-03-27T12:00:00Z'],
  ['autumn', '2026-10-24T11:00:00Z'],
])('days have 24 hours, also over the change of the clocks in %s', (_night, noon) => {
  const after = (minutes: number) => new Date(Date.parse(noon) + 2 * 24 * 3_600_000 + minutes * 60_000)
  const settings = { closeAfterDays: 2, isPaused: false }
  expect(whyClosed(post(noon), { ...settings, now: after(-1) })).toBeNull()
  expect(whyClosed(post(noon), { ...settings, now: after(0) })).toBe('closed')
})
