import { expect, test } from 'vitest'
import { site } from '../../content/site'
import { env } from '../env'
import { pageMetadata } from './page-metadata'

test('the home page carries the name of the site alone and the address without a slash', () => {
  const head = pageMetadata({ description: 'A blog.', path: '/' })
  expect(head.title.absolute).toBe(site.name)
  expect(head.alternates.canonical).toBe(env.SITE_URL)
})

test('every other page says its own name first, and where it lives', () => {
  const head = pageMetadata({ title: 'Archive', description: 'Every post.', path: '/archive' })
  expect(head.title.absolute).toBe(`Archive · ${site.name}`)
  expect(head.alternates.canonical).toBe(`${env.SITE_URL}/archive`)
  expect(head.openGraph).toMatchObject({ title: 'Archive', url: `${env.SITE_URL}/archive`, type: 'website' })
})

test('a feed of its own stands after the feed of the site', () => {
  const feed = { path: '/tags/wool/feed.xml', title: 'Wool' }
  const head = pageMetadata({ title: 'wool', description: 'Wool.', path: '/tags/wool', feed })
  expect(head.alternates.types['application/rss+xml'].map(({ url }) => url)).toEqual([
    `${env.SITE_URL}/feed.xml`,
    `${env.SITE_URL}/tags/wool/feed.xml`,
  ])
})

test('every page names the feed of the site in each of its formats', () => {
  const { types } = pageMetadata({ title: 'A sock', description: 'Wool.', path: '/posts/a-sock' }).alternates
  const addresses = Object.entries(types).map(([type, feeds]) => [type, feeds.map(({ url }) => url)])
  expect(Object.fromEntries(addresses)).toEqual({
    'application/rss+xml': [`${env.SITE_URL}/feed.xml`],
    'application/atom+xml': [`${env.SITE_URL}/atom.xml`],
    'application/feed+json': [`${env.SITE_URL}/feed.json`],
  })
})

test('a post that was never mended claims no time of mending', () => {
  const article = { publishedAt: '2026-11-24T08:00:00.000Z', updatedAt: null, tags: ['wool'], image: null }
  const { openGraph } = pageMetadata({
    title: 'A sock',
    description: 'Wool.',
    path: '/posts/a-sock',
    article,
  })
  expect(openGraph).toMatchObject({ type: 'article', publishedTime: article.publishedAt, tags: ['wool'] })
  expect(openGraph).toHaveProperty('modifiedTime', undefined)
})

test.each([
  [null, 'en_GB'],
  ['de-AT', 'de_AT'],
  ['ar', 'ar_EG'],
  ['zh-Hant', 'zh_TW'],
  ['sr-Latn-ME', 'sr_ME'],
  ['eo', 'eo'],
  ['tlh', 'tlh'],
])('those who share what is written in %j read its locale as %j', (lang, locale) => {
  const { openGraph } = pageMetadata({ title: 'A sock', description: 'Wool.', path: '/posts/a-sock', lang })
  expect(openGraph.locale).toBe(locale)
})

test('addresses with letters beyond ASCII are encoded', () => {
  const head = pageMetadata({ title: '毛糸', description: 'Wool.', path: '/tags/毛糸' })
  expect(head.alternates.canonical).toBe(`${env.SITE_URL}/tags/%E6%AF%9B%E7%B3%B8`)
})

const drawn = [{ url: `${env.SITE_URL}/pictures/posts/a-sock.png`, width: 1200, height: 630, alt: 'A sock' }]

test.each([
  ['/images/a sock.png', [{ url: `${env.SITE_URL}/images/a%20sock.png`, alt: 'A sock' }]],
  ['/images/sock.svg', drawn],
  ['/images/sock.SVG', drawn],
])(
  'the picture of a post, %s, is shown where it is shared; where no network could, one is drawn',
  (src, images) => {
    const article = { publishedAt: '2026-11-24T08:00:00.000Z', updatedAt: null, tags: [] }
    const { openGraph } = pageMetadata({
      title: 'A sock',
      description: 'Wool.',
      path: '/posts/a-sock',
      article: { ...article, image: { src, alt: 'A sock' } },
    })
    expect(openGraph).toHaveProperty('images', images)
  },
)
