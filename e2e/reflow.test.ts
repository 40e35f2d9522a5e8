import { findCutOff, spaceOut } from './find-cut-off'
import { specialPosts } from './fixture-posts'
import { listAddresses } from './list-addresses'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const post = '/posts/sometimes-we-fail'
const talked = `/posts/${specialPosts.talked}`

/** What a window of 1280 by 800 is at 400 % (WCAG 2.2, 1.4.10). */
const narrowest = { width: 320, height: 200 }

// Chromium says on the console that a page was not found, which here it is meant to be.
test.use({ allowedErrors: [/404 .*\/never-a-page/] })

test('no page scrolls sideways at 320, 360, 720 or 1160 px', async ({ page, request }) => {
  const live = [
    `${talked}/comments/2`,
    `${talked}/comments/newest/1`,
    `${talked}/reply/1`,
    '/search?q=wool',
    '/my-comments',
    '/studio/sign-in',
  ]
  const scrolling = []
  for (const address of [...(await listAddresses(request)), ...live, '/never-a-page']) {
    await page.goto(address)
    for (const width of [320, 360, 720, 1160]) {
      await page.setViewportSize({ width, height: 740 })
      const wanted = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wanted !== width) scrolling.push(`${address} at ${width} px: ${wanted} wide`)
    }
  }
  expect(scrolling).toEqual([])
})

test('at 400 % nothing stays over the text, and what is tabbed to is in sight', async ({ page }) => {
  await page.setViewportSize(narrowest)
  await page.goto(post)
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

for (const address of ['/', post, talked]) {
  for (const viewport of [wide, narrow, narrowest]) {
    test(`wider spacing of text cuts nothing off on ${address} at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.goto(address)
      await spaceOut(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      expect(await findCutOff(page)).toEqual([])
    })
  }
}
