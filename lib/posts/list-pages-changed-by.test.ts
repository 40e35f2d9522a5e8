import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { findPost } from './find-post'
import { listPagesChangedBy } from './list-pages-changed-by'

const content = await vi.hoisted(async () => (await import('./testing/content-folder')).makeContentFolder())
beforeEach(() => content.empty())
afterAll(() => content.delete())

const now = new Date('2026-06-01T12:00:00Z')

async function changedBy(slug: string) {
  const post = await findPost(slug, now)
  if (!post) throw new Error(`no ${slug}`)
  const { posts, lists } = await listPagesChangedBy(post, now)
  return { posts: posts.map((each) => each.slug).sort(), lists }
}

test('a post changes its neighbours, its series, whoever suggests it, what it recommends, and its lists', async () => {
  content.writePost('due', {
    date: '2026-06-01',
    front: 'enjoy: liked\ntags: [Old wool, 毛糸, old wool]\nseries: { name: A year, order: 2 }',
    body: 'Lavender keeps moths away.\n\n<Tweetable>Moths do not read.</Tweetable>',
  })
  content.writePost('newer', { date: '2026-06-01T12:30', body: 'Gravel.' })
  content.writePost('older', { date: '2026-05-31', body: 'Bread.' })
  content.writePost('part', { date: '2026-01-01', front: 'series: { name: A year, order: 1 }', body: 'Ink.' })
  content.writePost('picks', { date: '2026-01-02', front: 'enjoy: due', body: 'Rain.' })
  content.writePost('alike', { date: '2026-01-03', body: 'Lavender, and moths.' })
  content.writePost('liked', { date: '2026-01-05', body: 'Tea.' })
  content.writePost('other', { date: '2026-01-04', front: 'enjoy: older', body: 'Soup.' })
  content.writePost('to-come', { date: '2099-01-01', front: 'enjoy: due' })
  content.writePost('draft', { front: 'draft: true\nenjoy: due' })
  expect(await changedBy('due')).toEqual({
    posts: ['alike', 'due', 'liked', 'newer', 'older', 'part', 'picks'],
    lists: [
      '/',
      '/archive',
      '/sitemap.xml',
      '/tags/old-wool',
      '/tags/毛糸',
      '/series/a-year',
      '/quotes',
      '/posts/due/quotes/1',
    ],
  })
})

test('the first post of all changes its own page and the lists of all posts', async () => {
  content.writePost('due', { date: '2026-06-01' })
  expect(await changedBy('due')).toEqual({
    posts: ['due'],
    lists: ['/', '/archive', '/sitemap.xml'],
  })
})
