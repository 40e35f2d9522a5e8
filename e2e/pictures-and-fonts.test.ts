import type { Page } from '@playwright/test'
import { listAddresses } from './list-addresses'
import { slowNetwork } from './slow-network'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const post = '/posts/sometimes-we-fail'

test('every picture has its size and words for those who cannot see it', async ({ page, request }) => {
  const wrong = []
  for (const address of await listAddresses(request)) {
    await page.goto(address)
    for (const picture of await page.locator('img').all()) {
      const given = await picture.evaluate((img: HTMLImageElement) => ({
        src: img.getAttribute('src'),
        sized: img.hasAttribute('width') && img.hasAttribute('height'),
        told: img.hasAttribute('alt'),
      }))
      if (!given.sized || !given.told) wrong.push(`${address}: ${given.src}`)
    }
  }
  expect(wrong).toEqual([])
})

test('nobody can have the server draw pictures in other sizes', async ({ request }) => {
  const answer = await request.get('/_next/image?url=%2Fimages%2Fmoth.svg&w=640&q=75')
  expect(answer.status()).toBe(404)
})

// Chromium says on the console that a font could not be had, which is what the test is about.
test.use({ allowedErrors: [/ERR_FAILED .*\.woff2/] })

for (const viewport of [wide, narrow]) {
  for (const path of [post, '/', '/archive', '/tags/wool', '/quotes']) {
    test(`a slow network moves nothing of ${path}, at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await watchShifts(page)
      await slowNetwork(await page.context().newCDPSession(page))
      // And the fonts come when everything has been seen without them.
      await page.route('**/*.woff2', async (route) => {
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
        await route.continue()
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      await readToTheEnd(page)
      expect(await shifted(page)).toBeLessThanOrEqual(0.02)
    })
  }

  test(`without its fonts the page can be read and hardly moves, at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await watchShifts(page)
    await page.route('**/*.woff2', (route) => route.abort())
    await page.goto(post, { waitUntil: 'networkidle' })
    await expect(page.getByText('Trying gets good press.')).toBeVisible()
    await readToTheEnd(page)
    expect(await shifted(page)).toBeLessThanOrEqual(0.05)
  })

  test(`fonts weigh at most 100 KB before the first scroll, at ${viewport.width} px`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto(post, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
    const fonts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming && /\.woff2/.test(entry.name))
        .map((entry) => ({
          name: entry.name,
          bytes: 'encodedBodySize' in entry ? Number(entry.encodedBodySize) : 0,
        })),
    )
    expect(fonts.length).toBeGreaterThan(0)
    for (const { name } of fonts) expect(new URL(name).origin).toBe(baseURL)
    expect(fonts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(100 * 1024)
  })
}

test('letters that English has no use for come when a page has them, and not before', async ({ page }) => {
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname)
  })
  await page.goto(post, { waitUntil: 'networkidle' })
  expect(fonts.filter((font) => /more|latin_ext/.test(font))).toEqual([])

  await page.getByText('Trying gets good press.').evaluate((element) => element.append(' Fußgänger, Łódź'))
  await expect.poll(() => fonts.filter((font) => /literata_more\./.test(font))).toHaveLength(1)
  await expect
    .poll(() => fonts.filter((font) => /literata_latin_ext_wght_normal\./.test(font)))
    .toHaveLength(1)
})

/** Sums the layout shifts the reader did not cause, from the first paint on. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput) sum += Number(entry.value)
      }
      document.documentElement?.setAttribute('data-shift', String(sum))
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

async function shifted(page: Page): Promise<number> {
  // Two frames: the observer is told of a shift after the frame that made it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return Number((await page.locator('html').getAttribute('data-shift')) ?? 0)
}

/** Scrolls through the page by hand, as whoever jumps asks for what moves, and waits until every picture is there. */
async function readToTheEnd(page: Page) {
  await expect(async () => {
    await page.mouse.wheel(0, 500)
    expect(await isAtTheEnd(page)).toBe(true)
  }).toPass({ intervals: [0], timeout: 60_000 })
  for (const picture of await page.locator('main img').all()) {
    await expect(picture).toHaveJSProperty('complete', true)
  }
}

/** Whether the page cannot be scrolled on, two frames after it was: rows get their height when they come near. */
function isAtTheEnd(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return scrollY + innerHeight >= document.documentElement.scrollHeight - 1
  })
}
