import { expect, test } from 'vitest'
import { relatedTags } from './related-tags'

test('the tags that stand beside a tag most often come first, the tag itself never', () => {
  const posts = [{ tags: ['wool', 'Failure'] }, { tags: ['people', 'wool'] }, { tags: ['wool', 'failure'] }]
  expect(relatedTags('wool', posts)).toEqual([
    { tag: 'Failure', slug: 'failure', count: 2 },
    { tag: 'people', slug: 'people', count: 1 },
  ])
})

test('tags that stand there equally often go by name', () => {
  expect(relatedTags('wool', [{ tags: ['wool', 'shoes', 'houses'] }]).map(({ tag }) => tag)).toEqual([
    'houses',
    'shoes',
  ])
})

test('a tag that always stands alone has none', () => {
  expect(relatedTags('wool', [{ tags: ['wool'] }])).toEqual([])
})
