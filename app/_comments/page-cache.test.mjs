import { IncrementalCache } from 'next/dist/server/lib/incremental-cache/index.js'
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { keepPagesHere } from './page-cache'

const content = await vi.hoisted(async () =>
  (await import('@/lib/posts/testing/content-folder')).makeContentFolder(),
)
const lost = 'The lost page.'

beforeAll(() => {
  content.write('app/_not-found.html', lost)
  content.write('app/_not-found.rsc', 'data')
  content.write('app/_not-found.meta', '{"status":404,"headers":{"x-next-cache-tags":"lost"}}')
  content.writePost('knots', { body: '<Tweetable>Every knot was a choice once.</Tweetable>' })
  content.writePost('due', { date: '2099-01-01' })
})
afterAll(() => content.delete())

const route = { kind: 'APP_PAGE', sourceRoute: '/posts/[slug]/page' }
keepPagesHere()
const cache = new IncrementalCache({
  fs: nodeFs,
  serverDistDir: content.folder,
  dev: false,
  flushToDisk: false,
  maxMemoryCacheSize: 1_000_000,
  requestHeaders: {},
  previewProps: {},
  prerenderManifest: { routes: {}, dynamicRoutes: {}, notFoundRoutes: [] },
})

async function keep(path, status, html = 'A page.') {
  const page = { kind: 'APP_PAGE', html, rscData: Buffer.from('data'), status }
  await cache.set(path, page, { cacheControl: { revalidate: 60 }, route })
  return page
}

const find = (path) => cache.get(path, { kind: 'APP_PAGE', isFallback: false, route })

test.each([
  '/posts/nots',
  '/posts/due',
  '/posts/knots/quotes/2',
  '/posts/knots/quotes/01',
  '/posts/due/quotes/1',
])('%s leads nowhere: the lost page is answered, and no cache in front keeps it', async (path) => {
  const entry = await find(path)
  expect(entry).toMatchObject({ value: { status: 404, html: lost } })
  expect(entry.isStale).toBeFalsy()
  expect(entry.value.headers).toEqual({ 'Cache-Control': expect.stringContaining('no-store') })
})

test('what an address that led nowhere was answered is forgotten as soon as it leads somewhere', async () => {
  await keep('/posts/nots', 404, '')
  expect(await find('/posts/nots')).toMatchObject({ value: { html: lost } })
  content.writePost('nots')
  expect(await find('/posts/nots')).toBeNull()
  content.remove('posts/nots.mdx')
})

test('whatever the clock of the machine says, the lost page is no old one', async () => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(0)
  expect((await find('/posts/nots')).isStale).toBeFalsy()
  clock.mockRestore()
})

test.each(['/posts/knots', '/posts/knots/quotes/1', '/archive'])(
  '%s, which nobody has asked for yet, is left to be made',
  async (path) => {
    expect(await find(path)).toBeNull()
  },
)

test('a page that was made of nothing is answered with the lost one, for as long as it stays so', async () => {
  await keep('/tags/wool', 404, '')
  expect(await find('/tags/wool')).toMatchObject({ value: { status: 404, html: lost } })
  await keep('/tags/wool', 200)
  expect(await find('/tags/wool')).toMatchObject({ value: { status: 200, html: 'A page.' } })
})

test('a page that asks for no script is given out without any, to the first who asks and however often', async () => {
  const main = '<main id="main" data-scripts="none"></main>'
  expect((await keep('/archive', 200, `${main}<script id="_R_">begin()</script>`)).html).toBe(main)
  for (let time = 0; time < 2; time += 1) expect((await find('/archive')).value.html).toBe(main)
})
