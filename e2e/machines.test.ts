import { mf2 } from 'microformats-parser'
import { specialPosts } from './fixture-posts'
import { expect, test } from './test'

const slug = 'the-year-of-small-repairs'

test('a machine reads a post with its title, day, tags, text and author', async ({
  request,
  baseURL,
  blog,
}) => {
  const address = `${baseURL}/posts/${slug}`
  const { items } = mf2(await (await request.get(address)).text(), { baseUrl: address })
  const entry = items.find(({ type }) => type?.includes('h-entry'))
  expect(entry?.properties).toMatchObject({
    name: ['The year of small repairs'],
    url: [address],
    published: [expect.stringMatching(/^\d{4}-\d\d-\d\d$/)],
    summary: [expect.any(String)],
    category: expect.arrayContaining([expect.any(String)]),
    author: [{ type: ['h-card'], properties: { name: [blog.author], url: [`${baseURL}/`] } }],
    content: [{ html: expect.stringContaining('id="n-8"') }],
  })
  // Nothing of the page around it: the comments and the P.S. are not the text.
  expect(JSON.stringify(entry?.properties.content)).not.toContain('You might enjoy')
})

test('a machine reads the comments of a post as answers to it', async ({ request, baseURL, blog }) => {
  const address = `${baseURL}/posts/${specialPosts.talked}`
  const html = await (await request.get(address)).text()
  const { items } = mf2(html, { baseUrl: address })
  const entry = items.find(({ type }) => type?.includes('h-entry'))
  const comments = entry?.properties.comment ?? []
  expect(comments.length).toBeGreaterThan(40)
  expect(comments).toHaveLength(html.match(/aria-label="Comment \d+ by /g)?.length ?? 0)
  expect(comments[0]).toMatchObject({
    type: ['h-cite'],
    properties: {
      author: [{ type: ['h-card'], properties: { name: ['Ada'], url: ['https://example.com/ada'] } }],
      url: [expect.stringMatching(/#c-1$/)],
      published: [expect.stringMatching(/^\d{4}-\d\d-\d\dT/)],
      content: [{ value: expect.stringContaining('I read this on the bus.') }],
    },
  })
  // The entry's own author is not one of them.
  expect(entry?.properties.author).toHaveLength(1)
  expect(entry?.properties.author?.[0]).toMatchObject({ properties: { name: [blog.author] } })
})

test('a list in the sitemap changed when the last of its posts did', async ({ page, request }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const changes = new Map(
    [...sitemap.matchAll(/<url>\s*<loc>([^<]+)<\/loc>(?:\s*<lastmod>([^<]+)<\/lastmod>)?/g)].map(
      ([, loc = '', lastmod]) => [new URL(loc).pathname, lastmod],
    ),
  )
  for (const list of ['/archive', '/tags/wool', '/series/a-jumper-backwards', '/quotes']) {
    await page.goto(list)
    const links = await page.getByRole('main').locator('a[href^="/posts/"]').all()
    const paths = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''))
    const ofPosts = paths.map((path) => changes.get(/^\/posts\/[^/#]+/.exec(path)?.[0] ?? '') ?? '')
    expect(ofPosts.length, list).toBeGreaterThan(1)
    expect(changes.get(list), list).toBe(ofPosts.toSorted().at(-1))
  }
  expect(changes.get('/')).toBe(changes.get('/archive'))
})

test('home says whose blog it is, where else they are, and what is new', async ({
  request,
  baseURL,
  blog,
}) => {
  const address = `${baseURL}/`
  const { items, rels } = mf2(await (await request.get(address)).text(), { baseUrl: address })
  const card = items.find(({ type }) => type?.includes('h-card'))
  expect(card?.properties).toMatchObject({ name: [blog.author], url: [address], uid: [address] })
  expect(rels.me?.length).toBeGreaterThan(0)
  const feed = items.find(({ type }) => type?.includes('h-feed'))
  expect(feed?.properties.name).toEqual(['Latest'])
  const entries = feed?.children ?? []
  expect(entries).toHaveLength(6)
  for (const { type, properties } of entries) {
    expect(type).toEqual(['h-entry'])
    expect(properties.url?.[0]).toContain(`${baseURL}/posts/`)
    expect(properties.published).toHaveLength(1)
  }
})

test('the blog can be put on a home screen, with icons that are there', async ({ page, request, blog }) => {
  await page.goto('/')
  const manifest = await page.locator('link[rel=manifest]').getAttribute('href')
  const answer = await request.get(manifest ?? '')
  expect(answer.headers()['content-type']).toContain('application/manifest+json')
  const { name, start_url, icons } = await answer.json()
  expect({ name, start_url }).toEqual({ name: blog.name, start_url: '/' })
  const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href')
  const sizes = await page.evaluate(
    (sources) =>
      Promise.all(
        sources.map(async (source) => {
          const picture = new Image()
          picture.src = source
          await picture.decode()
          return picture.naturalWidth
        }),
      ),
    [
      touch ?? '',
      ...icons.map(({ src }: { src: string }) => src).filter((src: string) => src.endsWith('.png')),
    ],
  )
  expect(sizes).toEqual([180, 192, 192, 512, 512])
})

test('whoever asks for an icon without looking at a page gets one', async ({ page, request }) => {
  const answer = await request.get('/favicon.ico')
  expect(answer.status()).toBe(200)
  await page.goto('/archive')
  const width = await page.evaluate(async () => {
    const picture = new Image()
    picture.src = '/favicon.ico'
    await picture.decode()
    return picture.naturalWidth
  })
  expect(width).toBeGreaterThanOrEqual(16)
})

test('robots are told where the map is, and which pages are for people alone', async ({
  request,
  baseURL,
}) => {
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  for (const path of ['/studio', '/posts/*/reply/', '/posts/*/receipt/', '/posts/*/mine'])
    expect(robots.split('\n')).toContain(`Disallow: ${path}`)
  expect(robots).not.toMatch(/^Disallow: \/$/m)
})
