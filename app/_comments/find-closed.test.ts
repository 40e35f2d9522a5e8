import { afterEach, expect, test } from 'vitest'
import { site } from '@/content/site'
import { sayClosed } from './find-closed'
import { words } from './words'

const { closeAfterDays } = site.comments
afterEach(() => {
  site.comments.closeAfterDays = closeAfterDays
})

const day = 24 * 60 * 60 * 1000
const post = (days: number) => ({
  comments: true,
  publishedAt: new Date(Date.now() - days * day).toISOString(),
})

test('a post closes after as many days as the author has set for the site', () => {
  site.comments.closeAfterDays = 30
  expect(sayClosed(post(29), false)).toBeNull()
  expect(sayClosed(post(31), false)).toBe(words.closed)
  site.comments.closeAfterDays = null
  expect(sayClosed(post(31), false)).toBeNull()
})

test('a pause is said to be one', () => {
  expect(sayClosed(post(1), true)).toBe(words.paused)
})
