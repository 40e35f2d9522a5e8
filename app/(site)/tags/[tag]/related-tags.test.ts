import { expect, test } from 'vitest'
import { relatedTags } from './related-tags'

test('the tags that stand beside a tag most often come first, in the language of all their posts, the tag itself never', () => {
  const posts = [{ tags: ['wool', 'Failure'] }, { tags: ['people', 'wool'] }, { tags: ['wool', 'failure'] }]
  const all = [{ tag: 'people', slug: 'people', count: 3, lang: 'ar' }]
  expect(relatedTags('wool', posts, all)).toEqual([
    { tag: 'Failure', slug: 'failure', count: 2, lang: null },
    { tag: 'people', slug: 'people', count: 1, lang: 'ar' },
  ])
})

test('tags that stand there equally often go by name', () => {
  expect(relatedTags('wool', [{ tags: ['wool', 'shoes', 'houses'] }], []).map(({ tag }) => tag)).toEqual([
    'houses',
    'shoes',
  ])
})

test('a tag that always stands alone has none', () => {
  expect(relatedTags('wool', [{ tags: ['wool'] }], [])).toEqual([])
})
