import { parseOpml } from 'feedsmith'
import { expect, test } from 'vitest'
import type { Regular } from '../comments/regular'
import { blogroll } from './blogroll'

const someone: Regular & { latestPost: object } = {
  name: 'Wren',
  swatch: '0123456789abcdef',
  website: 'https://wren.example/?a=1&b=2',
  latestPost: { blog: 'Twigs & <moss>', title: 'A nest', url: 'https://wren.example/nest' },
  comments: 3,
  lastAt: new Date('2026-11-20T08:00:00Z'),
  isTrusted: false,
}

test('it is OPML 2.0 that leads to feeds and websites, by the names of blogs where they are known, and to their latest posts', () => {
  const opml = blogroll(
    [
      someone,
      { ...someone, name: 'Tam "the <b>"', website: 'https://tam.example/', latestPost: null },
      {
        ...someone,
        name: 'Fern',
        latestPost: { ...someone.latestPost, feed: 'https://wren.example/feed' },
      },
      { ...someone, name: 'Ode', website: null },
    ],
    'https://blog.example',
  )
  expect(opml).toContain('<opml version="2.0">')
  expect(parseOpml(opml).body?.outlines).toEqual([
    expect.objectContaining({ xmlUrl: 'https://blog.example/feed.xml', htmlUrl: 'https://blog.example' }),
    {
      text: 'Twigs & <moss>',
      title: 'Wren',
      htmlUrl: 'https://wren.example/?a=1&b=2',
      outlines: [{ text: 'A nest', type: 'link', url: 'https://wren.example/nest' }],
    },
    { text: 'Tam "the <b>"', title: 'Tam "the <b>"', htmlUrl: 'https://tam.example/' },
    expect.objectContaining({ title: 'Fern', type: 'rss', xmlUrl: 'https://wren.example/feed' }),
  ])
  expect(parseOpml(opml).head?.dateModified).toBe('Fri, 20 Nov 2026 08:00:00 GMT')
})

test('without regulars it is a document still', () => {
  const { head, body } = parseOpml(blogroll([], 'https://blog.example'))
  expect(head?.title).toContain('The regulars of')
  expect(body?.outlines).toHaveLength(1)
})
