import { expect, test } from 'vitest'
import { sayTimeLeft } from './say-time-left'

test.each([
  [900, '15 minutes'],
  [899, '14 minutes'],
  [120, '2 minutes'],
  [119, 'minute'],
  [60, 'minute'],
  [59, 'moment'],
  [1, 'moment'],
])('with %i s left a writer has another %s', (seconds, words) => {
  expect(sayTimeLeft(seconds)).toBe(words)
})
