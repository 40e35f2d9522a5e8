import { findUnfit } from './find-unfit'
import { listAddresses, unlistedAddresses } from './list-addresses'
import { statesOfReaders } from './states'
import { expect, test } from './test'
import { narrowest } from './widths'

const isPost = (address: string) => address.startsWith('/posts/')
/** Each a test of its own, so that two run at once. */
const kinds = { post: isPost, 'other page': (address: string) => !isPost(address) }

// Chromium says on the console that a page was not found, which here it is meant to be.
test.use({ allowedErrors: [/404 .*\/never-a-page/] })

for (const [kind, isOne] of Object.entries(kinds)) {
  test(`every ${kind} has room from 320 px on and for wider text, and is whole in forced colours`, async ({
    page,
    request,
  }) => {
    const found = []
    const addresses = [...(await listAddresses(request)), ...unlistedAddresses].filter(isOne)
    expect(addresses.length).toBeGreaterThan(5)
    for (const address of addresses) {
      await page.goto(address)
      found.push(...(await findUnfit(page, address)))
    }
    expect(found).toEqual([])
  })
}

for (const [where, walk] of Object.entries(statesOfReaders)) {
  test(`there is room from 320 px on and for wider text, and all is whole in forced colours, ${where}`, async ({
    page,
    context,
    db,
    post,
  }) => {
    const found: string[] = []
    await walk({ page, context, db, post }, async (name) => {
      found.push(...(await findUnfit(page, name)))
    })
    expect(found).toEqual([])
  })
}

test('a long address at the beginning of the newest post does not widen home', async ({ page }) => {
  await page.setViewportSize(narrowest)
  await page.goto('/')
  await page
    .locator('.lead-post .p-summary')
    .evaluate((summary) =>
      summary.prepend('https://weather.example/science/why-rain-smells-as-good-as-it-does '),
    )
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(widths[0]).toBe(widths[1])
})

test('at 400 % nothing stays over the text, and what is tabbed to is in sight', async ({ page }) => {
  await page.setViewportSize(narrowest)
  await page.goto('/posts/sometimes-we-fail')
  const staying = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
      .map((element) => ({
        html: element.outerHTML.slice(0, 80),
        high: element.getBoundingClientRect().height,
      })),
  )
  expect(staying.filter(({ high }) => high > narrowest.height / 10)).toEqual([])
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    await expect(focused).toBeInViewport()
  }
})
