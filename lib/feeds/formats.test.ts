import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import { XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listPosts } from '../posts/list-posts'
import { postToHtml } from '../posts/to-html'
import { atom } from './atom'
import { jsonFeed } from './json-feed'
import type { PostFeed } from './post-feed'
import { rss } from './rss'

const content = await vi.hoisted(async () =>
  (await import('../posts/testing/content-folder')).makeContentFolder(),
)
afterAll(() => content.delete())

const siteUrl = 'https://blog.example'
const about = { title: 'Wool & <Thread>', description: 'A line', pagePath: '/', siteUrl }
let posts: PostFeed['posts']

beforeAll(async () => {
  content.writePost('older', { date: '2026-03-29', title: 'Older', body: 'Plain “words”.' })
  content.writePost('newer', {
    date: '2026-04-02',
    title: '"A & B <c> \\u00e9"',
    front: 'id: first-name\nupdated: 2026-05-01\ntags: [wool, old & new]',
    body: 'It *says* `]]>` and <b>more</b> & less.\n\n<Figure src="/images/darned-sock.svg" alt="A sock">A sock.</Figure>',
  })
  posts = await Promise.all(
    (await listPosts()).map(async (post) => ({ post, html: await postToHtml(post, siteUrl) })),
  )
})

const texts = () => ({
  rss: rss({ ...about, path: '/feed.xml', posts }),
  atom: atom({ ...about, path: '/atom.xml', posts }),
  json: jsonFeed({ ...about, path: '/feed.json', posts }),
})

test('the same posts, under the same names, with the same words, are in every format', () => {
  const { rss, atom, json } = texts()
  const expected = posts.map(({ post, html }) => ({
    id: `${siteUrl}/posts/${post.id}`,
    link: `${siteUrl}/posts/${post.slug}`,
    title: post.title,
    summary: post.description,
    at: new Date(post.publishedAt),
    tags: post.tags,
    html,
  }))
  expect(expected.map(({ id }) => id)).toEqual([`${siteUrl}/posts/first-name`, `${siteUrl}/posts/older`])
  expect(
    parseRssFeed(rss).items?.map((item) => ({
      id: item.guid?.value,
      link: item.link,
      title: item.title,
      summary: item.description,
      at: new Date(item.pubDate ?? ''),
      tags: item.categories?.map(({ name }) => name) ?? [],
      html: item.content?.encoded,
    })),
  ).toEqual(expected)
  expect(
    parseAtomFeed(atom).entries?.map((entry) => ({
      id: entry.id,
      link: entry.links?.[0]?.href,
      title: entry.title?.value,
      summary: entry.summary?.value,
      at: new Date(entry.published ?? ''),
      tags: entry.categories?.map(({ term }) => term) ?? [],
      html: entry.content?.value,
    })),
  ).toEqual(expected)
  expect(
    parseJsonFeed(json).items?.map((item) => ({
      id: item.id,
      link: item.url,
      title: item.title,
      summary: item.summary,
      at: new Date(item.date_published ?? ''),
      tags: item.tags ?? [],
      html: item.content_html,
    })),
  ).toEqual(expected)
})

test('what a post was mended is told where the format has a place for it', () => {
  const { rss, atom, json } = texts()
  // By the clock of London.
  const mended = '2026-04-30T23:00:00.000Z'
  expect(new Date(parseRssFeed(rss).lastBuildDate ?? '').toISOString()).toBe(mended)
  const { updated, entries } = parseAtomFeed(atom)
  expect([updated, ...(entries ?? []).map((entry) => entry.updated)]).toEqual([
    mended,
    mended,
    '2026-03-29T00:00:00.000Z',
  ])
  expect(parseJsonFeed(json).items?.map((item) => item.date_modified)).toEqual([mended, undefined])
})

test('each says where it stands, and which page it belongs to', () => {
  const { rss, atom, json } = texts()
  expect(parseRssFeed(rss)).toMatchObject({
    link: `${siteUrl}/`,
    atom: { links: [{ rel: 'self', href: `${siteUrl}/feed.xml` }] },
  })
  expect(parseAtomFeed(atom)).toMatchObject({
    id: `${siteUrl}/atom.xml`,
    links: [
      { rel: 'self', href: `${siteUrl}/atom.xml` },
      { rel: 'alternate', href: `${siteUrl}/` },
    ],
    authors: [{ name: 'Unpicked' }],
  })
  expect(parseJsonFeed(json)).toMatchObject({
    feed_url: `${siteUrl}/feed.json`,
    home_page_url: `${siteUrl}/`,
    language: 'en-GB',
  })
  expect(json).toContain('"version":"https://jsonfeed.org/version/1.1"')
})

test('the two in XML are well-formed, and a reader that is not ours reads all three alike', () => {
  const { rss, atom, json } = texts()
  for (const xml of [rss, atom]) expect(XMLValidator.validate(xml)).toBe(true)
  const read = [extractFromXml(rss), extractFromXml(atom), extractFromJson(JSON.parse(json))]
  for (const feed of read) {
    expect(feed.title).toBe('Wool & <Thread>')
    expect(feed.entries?.map(({ title, link }) => [title, link])).toEqual(
      posts.map(({ post }) => [post.title, `${siteUrl}/posts/${post.slug}`]),
    )
  }
})

test('a feed without posts is a feed', () => {
  const none = { ...about, path: '/f', posts: [] }
  expect(parseRssFeed(rss(none)).title).toBe(about.title)
  expect(parseAtomFeed(atom(none)).updated).toBe('1970-01-01T00:00:00.000Z')
  expect(parseJsonFeed(jsonFeed(none)).items ?? []).toEqual([])
  expect(JSON.parse(jsonFeed(none)).items).toEqual([])
})

test('a post in another language says so in every format, and which way it is written', async () => {
  content.writePost('arabic', { date: '2025-01-01', front: 'lang: ar', body: 'جورب مثقوب.' })
  const post = (await listPosts()).find(({ slug }) => slug === 'arabic')
  if (!post) throw new Error('the post is not there')
  const html = await postToHtml(post, siteUrl)
  expect(html).toBe('<div lang="ar" dir="rtl"><p>جورب مثقوب.</p></div>')
  const feed = { ...about, path: '/feed', posts: [{ post, html }] }
  expect(atom(feed)).toContain('<entry xml:lang="ar">')
  expect(parseJsonFeed(jsonFeed(feed)).items?.[0]?.language).toBe('ar')
})

test('before a text from the right the disclosure is said in English, and its quotes have its marks', async () => {
  const body =
    'من <Sponsored href="https://example.com/yarn">بائع</Sponsored>.\n\n<Tweetable>ما انفكّ يُخاط.</Tweetable>'
  content.writePost('shop', { date: '2025-01-02', front: 'lang: ar', body })
  const post = (await listPosts()).find(({ slug }) => slug === 'shop')
  if (!post) throw new Error('the post is not there')
  const html = await postToHtml(post, siteUrl)
  expect(html).toMatch(/^<p><em>One link below is paid: [^<]+<\/em><\/p><div lang="ar" dir="rtl"><p>/)
  expect(html).toContain('<p>”ما انفكّ يُخاط.“</p>')
})
