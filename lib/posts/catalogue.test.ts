import { afterAll, expect, test, vi } from 'vitest'
import { readFolder } from './read-folder'

const content = await vi.hoisted(async () => (await import('./testing/content-folder')).makeContentFolder())
afterAll(() => content.delete())

test('related posts are in one language, however a post says which', async () => {
  const write = (slug: string, lang: string) =>
    content.writePost(slug, { front: `tags: [wool]\n${lang}`, body: 'A jumper with a hole in its sleeve.' })
  write('none', '')
  write('english', 'lang: en')
  write('british', 'lang: en-GB')
  write('german', 'lang: de')
  write('austrian', 'lang: de-AT')
  const { posts } = await readFolder()
  const related = new Map(posts.map((post) => [post.slug, post.related.toSorted()]))
  expect(related.get('none')).toEqual(['british', 'english'])
  expect(related.get('british')).toEqual(['english', 'none'])
  expect(related.get('german')).toEqual(['austrian'])
})
