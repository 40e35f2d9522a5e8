import { parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { site } from '../../content/site'
import { findPost } from '../posts/find-post'
import { plainText } from '../posts/mdx/plain-text'
import { shapeTree } from '../posts/mdx/shape-tree'
import { unravel } from '../posts/mdx/unravel'
import type { Post } from '../posts/post'
import { readTree } from '../posts/read-tree'
import { postToHtml } from '../posts/to-html'
import { rss } from './rss'

const content = await vi.hoisted(async () =>
  (await import('../posts/testing/content-folder')).makeContentFolder(),
)
afterAll(() => content.delete())

const siteUrl = 'https://blog.example'
let post: Post
let html: string

beforeAll(async () => {
  content.writePost('everything', {
    date: '2026-03-29T00:30',
    title: '"A & B <c> \\u00e9"',
    front: 'id: first-name\ntags: [wool, old & new]',
    body: [
      'It\'s "said"[^1] and [bought](https://haberdash.example/x), [kept](/archive), [below](#two).',
      '[^1]: A *note*.',
      '## Two',
      '- one\n- two',
      '| a | b |\n|---|---|\n| c | d |',
      '```ts\nconst a = "]]>"\n```',
      '<Tweetable>My words.</Tweetable>',
      '<Figure src="/images/darned-sock.svg" alt="A sock">The *caption*.</Figure>',
      '<Callout tone="care">Mind.</Callout>',
      'And <Sponsored href="https://shop.example/y">*this* *one*</Sponsored>.',
    ].join('\n\n'),
  })
  const found = await findPost('everything')
  if (!found) throw new Error('the post is not there')
  post = found
  html = await postToHtml(post, siteUrl)
})

test('a reader of feeds gets back what the post says', () => {
  const xml = rss({
    title: 'Blog',
    description: 'Line',
    path: '/feed.xml',
    pagePath: '/',
    siteUrl,
    posts: [{ post, html }],
  })
  const feed = parseRssFeed(xml)
  expect(feed.language).toBe(site.language)
  expect(feed.atom?.links).toEqual([
    { href: `${siteUrl}/feed.xml`, rel: 'self', type: 'application/rss+xml' },
  ])
  expect(feed.items).toHaveLength(1)
  expect(feed.items?.[0]).toMatchObject({
    title: 'A & B <c> é',
    link: `${siteUrl}/posts/everything`,
    guid: { value: `${siteUrl}/posts/first-name`, isPermaLink: false },
    pubDate: 'Sun, 29 Mar 2026 00:30:00 GMT',
    description: 'About it.',
    comments: `${siteUrl}/posts/everything#comments-h`,
    categories: [{ name: 'wool' }, { name: 'old & new' }],
  })
  expect(feed.items?.[0]?.content?.encoded?.trim()).toBe(html)
})

test('every word of the page is in the feed, in the same order', async () => {
  const tree = await readTree(post)
  unravel(tree)
  shapeTree(tree)
  const words = (text: string) => text.match(/[\p{L}\p{N}’]+/gu) ?? []
  const page = words(plainText(tree))
  const feed = words(
    html
      .replace(
        /<p><em>Two links below.*?<\/p>|Click to Tweet<.*?Threads| \(ad\)|\[1\] A <em>note<\/em>\.| \[1\]|<strong>Take care<\/strong>/g,
        ' ',
      )
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#x?\w+;|&\w+;/g, ' '),
  )
  expect(feed).toEqual(page)
})

test('addresses are absolute, and nothing runs', () => {
  const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((match) => match[1])
  expect(addresses).toHaveLength(8)
  for (const address of addresses) expect(address).toMatch(/^https:\/\//)
  expect(addresses).toContain(`${siteUrl}/posts/everything#two`)
  expect(html).not.toMatch(/<script|<style|class=|style=|\son\w+=/i)
})

test('the disclosure stands before the first paid link, and both links are marked', () => {
  expect(html).toMatch(/^<p><em>Two links below are paid/)
  expect(html.match(/rel="sponsored nofollow"[^>]*>(?:(?!<\/a>).)*<\/a> \(ad\)/g)).toHaveLength(2)
})

test('notes, cards, pictures and callouts say in plain HTML what they are', () => {
  expect(html).toContain('“said” [1] and')
  expect(html).toContain('<p>[1] A <em>note</em>.</p>')
  expect(html).toContain('<blockquote><p>“My words.”</p></blockquote>')
  expect(html).toMatch(
    /<a href="https:\/\/x\.com\/intent\/tweet\?text=My%20words\.[^"]*">Click to Tweet<\/a>/,
  )
  const page = encodeURIComponent(`${siteUrl}/posts/everything/quotes/1`)
  expect(html).toContain(`<a href="https://bsky.app/intent/compose?text=My%20words.%0A${page}">Bluesky</a>`)
  expect(html).toContain(
    `<a href="https://www.threads.com/intent/post?text=My%20words.&#x26;url=${page}">Threads</a>`,
  )
  expect(html).toMatch(
    /<figure><img src="https:\/\/blog\.example\/images\/darned-sock\.svg" alt="A sock" width="\d+" height="\d+"><figcaption>The <em>caption<\/em>\.<\/figcaption><\/figure>/,
  )
  expect(html).toMatch(/<blockquote>\s*<p><strong>Take care<\/strong><\/p>\s*<p>Mind\.<\/p>\s*<\/blockquote>/)
})
