import { expect, test } from 'vitest'
import { groupByYear } from './group-by-year'

const dated = (publishedAt: string) => ({ publishedAt })

test('posts stand under their years, newest first, and years without posts do not appear', () => {
  const posts = [dated('2026-11-24T08:00:00Z'), dated('2026-01-02T08:00:00Z'), dated('2024-12-15T08:00:00Z')]
  expect(groupByYear(posts)).toEqual([
    { year: 2026, posts: posts.slice(0, 2) },
    { year: 2024, posts: posts.slice(2) },
  ])
})

test('a blog without posts has no years', () => {
  expect(groupByYear([])).toEqual([])
})
