import { expect, test } from 'vitest'
import { decodeSegment } from './decode-segment'

test.each([
  ['%E6%AF%9B%E7%B3%B8', '毛糸'],
  ['毛糸', '毛糸'],
  ['old-wool', 'old-wool'],
  ['%E6%', '%E6%'],
])('%j means %j', (segment, meant) => {
  expect(decodeSegment(segment)).toBe(meant)
})
