import { expect, test } from 'vitest'
import { sayPublished } from './say-published'

const publishedAt = '2026-11-24T08:14:00.000Z'

test.each([
  ['its day alone when readers see it', false, '2026-11-24T08:14:00Z', '24 Nov 2026'],
  ['that it is to come before its minute', false, '2026-11-24T08:13:59Z', '24 Nov 2026 (to\u00a0come)'],
  ['that it is a draft, whatever its day', true, '2026-11-24T08:13:59Z', '24 Nov 2026 (draft)'],
  ['that it is a draft after its day, too', true, '2026-11-25T00:00:00Z', '24 Nov 2026 (draft)'],
])('of a post is said %s', (_, draft, now, words) => {
  expect(sayPublished({ draft, publishedAt }, 'day', new Date(now))).toBe(words)
})
