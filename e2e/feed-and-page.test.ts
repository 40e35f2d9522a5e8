import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import type { Page } from '@playwright/test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { z } from 'zod'
import { specialPosts } from './fixture-posts'
import { expect, test } from './test'

type Item = { link: string; html: string }

/** The words of a text on its page, and of its HTML in a feed: without what is pressed there, the disclosure first. */
async function wordsOf(page: Page, { link, html }: Item) {
  await page.goto(link)
  return page.evaluate((html) => {
    const read = (root: Element, controls: string) => {
      for (const control of root.querySelectorAll(controls)) control.remove()
      // Blocks stand apart without a space between their words.
      for (const block of root.querySelectorAll('p, li, td, th, h2, h3, figcaption, aside, a, b, code')) {
        block.before(' ')
        block.after(' ')
      }
      return root.textContent.match(/[\p{L}\p{N}’]+/gu) ?? []
    }
    const feed = new DOMParser().parseFromString(html, 'text/html').body
    for (const link of feed.querySelectorAll('a')) {
      if (link.textContent === 'Click to Tweet') link.parentElement?.remove()
    }
    const whole = document.createElement('div')
    for (const part of document.querySelectorAll('.disclosure, .prose')) whole.append(part.cloneNode(true))
    const controls = 'script, button, [role=status], .pull figcaption, .vh, .disclosure a'
    return { onPage: read(whole, controls), inFeed: read(feed, 'nothing') }
  }, html)
}

/** What of the HTML of a feed is not for readers of feeds, or leads nowhere for them, or is said too late. */
async function faultsOf(page: Page, { link, html }: Item): Promise<string[]> {
  const faults = await page.evaluate((html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    const found = [...body.querySelectorAll('script, style, iframe, form, button, [class], [style], [id]')]
    const relative = [...body.querySelectorAll('[href], [src]')].filter(
      (element) =>
        !/^(https?|mailto):/.test(element.getAttribute('href') ?? element.getAttribute('src') ?? ''),
    )
    const handlers = [...body.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    )
    const unsized = [...body.querySelectorAll('img:not([alt][width][height])')]
    const paid = body.querySelector('a[rel~=sponsored]')
    const said = [...body.querySelectorAll('p > em')].find((words) => /paid/.test(words.textContent))
    const isLate = paid && !(said && said.compareDocumentPosition(paid) & Node.DOCUMENT_POSITION_FOLLOWING)
    return [...found, ...relative, ...handlers, ...unsized, ...(isLate ? [paid] : [])].map((element) =>
      element.outerHTML.slice(0, 120),
    )
  }, html)
  return faults.map((fault) => `${link}: ${fault}`)
}

test('every feed says what the pages of its posts say, word for word, and nothing that a reader of feeds cannot show', async ({
  page,
  request,
}) => {
  const text = async (path: string) => (await request.get(path)).text()
  const rss = (parseRssFeed(await text('/feed.xml')).items ?? []).map((item) => ({
    link: item.link ?? '',
    html: item.content?.encoded ?? '',
  }))
  const atom = (parseAtomFeed(await text('/atom.xml')).entries ?? []).map((entry) => ({
    link: entry.links?.[0]?.href ?? '',
    html: entry.content?.value ?? '',
  }))
  const json = (parseJsonFeed(await text('/feed.json')).items ?? []).map((item) => ({
    link: item.url ?? '',
    html: item.content_html ?? '',
  }))
  expect(atom).toEqual(rss)
  expect(json).toEqual(rss)
  const ofTag = parseRssFeed(await text(`/tags/${encodeURIComponent('رتق')}/feed.xml`)).items ?? []
  const all = [...rss, ...ofTag.map((item) => ({ link: item.link ?? '', html: item.content?.encoded ?? '' }))]
  expect(all.map(({ link }) => new URL(link).pathname)).toEqual(
    expect.arrayContaining(['/posts/sometimes-we-fail', `/posts/${specialPosts.arabic}`]),
  )
  const faults = []
  for (const item of all) {
    const { onPage, inFeed } = await wordsOf(page, item)
    expect(inFeed, item.link).toEqual(onPage)
    expect(onPage.length, item.link).toBeGreaterThan(5)
    faults.push(...(await faultsOf(page, item)))
  }
  expect(faults).toEqual([])
  expect(all.filter(({ html }) => html.includes('rel="sponsored')).length).toBeGreaterThan(1)
})

/* The rules of the formats, as far as they say what must be there. */
const one = z.string().min(1)
const address = z.url({ protocol: /^https?$/ })
/** RFC 822 as RSS wants it, and RFC 3339 as the others do. */
const mailDate = z.string().regex(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4})$/)
const netDate = z.iso.datetime({ offset: true })

const rssItem = z.object({
  title: one,
  link: address,
  guid: z.object({ '#text': one, '@isPermaLink': z.enum(['true', 'false']) }),
  pubDate: mailDate,
})
/** https://www.rssboard.org/rss-specification and its best practices. */
const rssDocument = z.object({
  rss: z.object({
    '@version': z.literal('2.0'),
    channel: z.object({
      title: one,
      link: address,
      description: one,
      'atom:link': z.object({ '@href': address, '@rel': z.literal('self') }),
      item: z.array(rssItem).min(1),
    }),
  }),
})
const links = z.array(z.object({ '@href': address, '@rel': one })).min(1)
/** RFC 4287, 4.1.1 and 4.1.2. */
const atomDocument = z.object({
  feed: z.object({
    '@xmlns': z.literal('http://www.w3.org/2005/Atom'),
    id: address,
    title: one,
    updated: netDate,
    author: z.object({ name: one }),
    link: links,
    entry: z
      .array(
        z.object({
          id: address,
          title: one,
          updated: netDate,
          published: netDate,
          link: links,
          content: z.object({ '#text': one, '@type': z.literal('html') }),
        }),
      )
      .min(1),
  }),
})
/** https://www.jsonfeed.org/version/1.1/ */
const jsonDocument = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: one,
  home_page_url: address,
  feed_url: address,
  authors: z.array(z.object({ name: one })).min(1),
  items: z
    .array(z.object({ id: one, url: address, title: one, content_html: one, date_published: netDate }))
    .min(1),
})
/** https://www.sitemaps.org/protocol.html */
const sitemapDocument = z.object({
  urlset: z.object({
    '@xmlns': z.literal('http://www.sitemaps.org/schemas/sitemap/0.9'),
    url: z.array(z.object({ loc: address, lastmod: netDate.optional() })).min(1),
  }),
})

const many = ['item', 'entry', 'url']
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name, path) => many.includes(name) || path === 'feed.link' || path === 'feed.entry.link',
})

test('feeds and map keep the rules of their formats, by a parser and by a reader of feeds that are not ours', async ({
  request,
  baseURL,
}) => {
  const talked = `/posts/${specialPosts.talked}/comments.xml`
  const rsses = ['/feed.xml', '/tags/wool/feed.xml', '/comments.xml', talked]
  for (const [path, document] of [
    ...rsses.map((path) => [path, rssDocument] as const),
    ['/atom.xml', atomDocument],
    ['/sitemap.xml', sitemapDocument],
  ] as const) {
    const xml = await (await request.get(path)).text()
    expect(XMLValidator.validate(xml), path).toBe(true)
    expect(document.safeParse(parser.parse(xml)).error?.issues, path).toBeUndefined()
  }
  for (const path of rsses) {
    const { rss } = rssDocument.parse(parser.parse(await (await request.get(path)).text()))
    expect(rss.channel['atom:link']['@href']).toBe(baseURL + path)
    const guids = rss.channel.item.map(({ guid }) => guid['#text'])
    expect(new Set(guids).size, path).toBe(guids.length)
  }
  const json: unknown = await (await request.get('/feed.json')).json()
  expect(jsonDocument.safeParse(json).error?.issues).toBeUndefined()

  const read = [
    extractFromXml(await (await request.get('/feed.xml')).text()),
    extractFromXml(await (await request.get('/atom.xml')).text()),
    extractFromJson(await (await request.get('/feed.json')).text()),
  ]
  for (const { entries } of read) {
    expect(entries?.map(({ link }) => link)).toEqual(read[0]?.entries?.map(({ link }) => link))
    expect(entries?.length).toBeGreaterThan(10)
    for (const { published } of entries ?? []) expect(published).toMatch(/^\d{4}-/)
  }
})
