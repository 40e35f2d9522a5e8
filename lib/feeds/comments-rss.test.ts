import { parseRssFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import type { PublicComment } from '../comments/comment'
import { commentsRss } from './comments-rss'

const siteUrl = 'https://blog.example'
const feed = { title: 'Comments', description: 'Line', path: '/comments.xml', pagePath: '/', siteUrl }
const post = { id: 'first-name', slug: 'wool', title: 'Wool & "more"' }
const comment: PublicComment = {
  number: 7,
  parentNumber: 3,
  parentName: 'Ada',
  name: '<b>Bo</b> & Co',
  website: 'https://bo.example/',
  swatch: '0123456789abcdef',
  byAuthor: false,
  isTrusted: false,
  body: 'Yes, *this* ]]> and <script>alert(1)</script>.',
  latestPost: null,
  anchor: null,
  publishedAt: new Date('2026-03-29T00:30:00Z'),
  editedAt: null,
  editedByAuthor: false,
  removed: false,
  waits: false,
}

test('a reader of feeds gets back who said what, and where it stands', () => {
  const read = parseRssFeed(commentsRss({ ...feed, comments: [{ comment, post }] }))
  expect(read.atom?.links?.[0]?.href).toBe(`${siteUrl}/comments.xml`)
  expect(read.items).toHaveLength(1)
  expect(read.items?.[0]).toMatchObject({
    title: '‹b›Bo‹/b› & Co on “Wool & "more"”',
    link: `${siteUrl}/posts/wool/c/7`,
    guid: { value: `${siteUrl}/posts/first-name#c-7`, isPermaLink: false },
    pubDate: 'Sun, 29 Mar 2026 00:30:00 GMT',
    dc: { creators: ['<b>Bo</b> & Co'] },
    content: { encoded: '<p>Yes, <em>this</em> ]]> and &#x3C;script>alert(1)&#x3C;/script>.</p>' },
  })
})

test('a feed in which nobody has said anything is a feed', () => {
  expect(parseRssFeed(commentsRss({ ...feed, comments: [] })).title).toBe('Comments')
})
