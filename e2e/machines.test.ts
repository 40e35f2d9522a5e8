import { mf2 } from 'microformats-parser'
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
