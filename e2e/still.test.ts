import { listAddresses } from './list-addresses'
import { expect, test } from './test'

const files = ['/feed.xml', '/sitemap.xml', '/robots.txt']

test('every page of the sitemap may be kept by a cache in front', async ({ request }) => {
  const addresses = await listAddresses(request)
  expect(addresses).toEqual(expect.arrayContaining(['/', '/archive', '/about', '/posts/sometimes-we-fail']))
  const wrong = []
  for (const address of [...addresses, ...files]) {
    const answer = await request.get(address)
    const kept = answer.headers()['cache-control'] ?? 'nothing'
    const cacheable = /s-maxage=\d+/.test(kept) || (files.includes(address) && /max-age=\d+/.test(kept))
    if (answer.status() !== 200 || !cacheable || /private|no-store/.test(kept)) {
      wrong.push(`${address}: ${answer.status()}, ${kept}`)
    }
  }
  expect(wrong).toEqual([])
})

test('no page sets a cookie', async ({ request }) => {
  const setting = []
  for (const address of await listAddresses(request)) {
    if ((await request.get(address)).headers()['set-cookie']) setting.push(address)
  }
  expect(setting).toEqual([])
})

test('no page asks another origin for anything', async ({ page, request, baseURL }) => {
  const asked = new Set<string>()
  page.on('request', (one) => {
    const url = new URL(one.url())
    if (url.protocol.startsWith('http') && url.origin !== baseURL)
      asked.add(`${url.origin} from ${page.url()}`)
  })
  for (const address of await listAddresses(request)) {
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  }
  expect([...asked]).toEqual([])
})

test('an unknown slug is not found, at the first request as at the second', async ({ request }) => {
  const unknown = ['/posts/never-written', '/tags/never-used', '/series/never-begun', '/never-a-page']
  for (const address of unknown) {
    for (const answer of [await request.get(address), await request.get(address)]) {
      expect(answer.status(), address).toBe(404)
    }
  }
})
