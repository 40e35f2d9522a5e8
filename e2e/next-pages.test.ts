import type { Page } from '@playwright/test'
import { expect, test } from './test'

/** How the open page came: fetched before it was opened, or only then. */
const delivery = (page: Page) =>
  page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation')
    return visit && 'deliveryType' in visit ? visit.deliveryType : null
  })

/** The addresses that were fetched before anybody opened them, as the browser says of each. */
async function watchFetches(page: Page): Promise<string[]> {
  const fetched: string[] = []
  const browser = await page.context().newCDPSession(page)
  browser.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
    if (status === 'Ready') fetched.push(new URL(prefetchUrl).pathname)
  })
  await browser.send('Preload.enable')
  return fetched
}

for (const from of ['/', '/archive', '/posts/the-last-stitch-first']) {
  test(`a page is fetched while the mouse rests on its link, and is there when it is opened: from ${from}`, async ({
    page,
  }) => {
    const fetched = await watchFetches(page)
    await page.goto(from, { waitUntil: 'networkidle' })
    expect(fetched).toEqual([])
    const links = page
      .getByRole('main')
      .locator('a[href^="/posts/"]:not([href*="#"], [href$="/follow"], [href*="/c/"])')
    const link = links.filter({ visible: true }).last()
    const path = (await link.getAttribute('href')) ?? ''
    await link.hover()
    await expect.poll(() => fetched).toEqual([path])
    await link.click()
    await expect(page).toHaveURL(path)
    expect(await delivery(page)).toBe('navigational-prefetch')
  })
}

test('nothing is fetched ahead that is made for one reader alone, no file, and no part of this page', async ({
  page,
}) => {
  const fetched = await watchFetches(page)
  await page.goto('/posts/lists-i-lost', { waitUntil: 'networkidle' })
  const foot = page.getByRole('navigation', { name: 'Foot' })
  for (const link of [
    page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last(),
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }),
    foot.getByRole('link', { name: 'RSS' }),
    // What comes after them shows that the others were passed over.
    foot.getByRole('link', { name: 'Quotes' }),
  ]) {
    // A press counts at once, and is none when it ends elsewhere.
    await link.hover()
    await page.mouse.down()
    await page.mouse.move(0, 0)
    await page.mouse.up()
  }
  await expect.poll(() => fetched).toEqual(['/quotes'])
})

test('for a reader who saves data nothing is fetched before it is opened', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const fetched = await watchFetches(page)
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'Sometimes we fail' }).click()
  await expect(page).toHaveURL('/posts/sometimes-we-fail')
  expect(await delivery(page)).toBe('')
  expect(fetched).toEqual([])
})

test.describe('by finger', () => {
  test.use({ hasTouch: true, isMobile: true })

  test('nothing is fetched of what is only in sight', async ({ page }) => {
    const fetched = await watchFetches(page)
    await page.goto('/archive', { waitUntil: 'networkidle' })
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    expect(fetched).toEqual([])
    await page.getByRole('navigation', { name: 'Foot' }).getByRole('link', { name: 'Quotes' }).tap()
    await expect(page).toHaveURL('/quotes')
  })
})
