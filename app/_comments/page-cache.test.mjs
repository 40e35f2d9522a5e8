import { IncrementalCache } from 'next/dist/server/lib/incremental-cache/index.js'
import { SharedCacheControls } from 'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js'
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js'
import { expect, test } from 'vitest'
import { keepPagesHere } from './page-cache'

const prerenderManifest = { routes: {}, dynamicRoutes: {}, notFoundRoutes: [] }
const route = { kind: 'APP_PAGE', sourceRoute: '/posts/[slug]/quotes/[number]/page' }
keepPagesHere()
const cache = new IncrementalCache({
  fs: nodeFs,
  // Never written to, and nothing is there.
  serverDistDir: '/nowhere',
  dev: false,
  flushToDisk: false,
  maxMemoryCacheSize: 1_000_000,
  requestHeaders: {},
  previewProps: {},
  prerenderManifest,
})

function keep(path, status, html = 'A page.') {
  const page = { kind: 'APP_PAGE', html, rscData: Buffer.from('data'), status }
  return cache.set(path, page, { cacheControl: { revalidate: 60 }, route })
}

async function find(path) {
  const entry = await cache.get(path, { kind: 'APP_PAGE', isFallback: false, route })
  const isNoted = new SharedCacheControls(prerenderManifest).get(path, route) !== undefined
  return { status: entry?.value.status, html: entry?.value.html, isNoted }
}

test('an address that is not there leaves neither a page nor a note of how long to keep it', async () => {
  await keep('/posts/made-up/quotes/1', 404)
  expect(await find('/posts/made-up/quotes/1')).toMatchObject({ status: undefined, isNoted: false })
})

test('a page that was there is kept as it is now', async () => {
  await keep('/posts/due/quotes/1', 200)
  expect(await find('/posts/due/quotes/1')).toMatchObject({ status: 200, isNoted: true })
  await keep('/posts/due/quotes/1', 404)
  expect(await find('/posts/due/quotes/1')).toMatchObject({ status: 404, isNoted: true })
})

test('a page that asks for no script is given out without any, however often', async () => {
  const main = '<main id="main" data-scripts="none"></main>'
  await keep('/archive', 200, `${main}<script id="_R_">begin()</script>`)
  for (let time = 0; time < 2; time += 1) expect((await find('/archive')).html).toBe(main)
})
