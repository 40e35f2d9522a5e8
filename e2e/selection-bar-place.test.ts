import type { Page } from '@playwright/test'
import { specialPosts } from './fixture-posts'
import { selectByMouse, selectedBoxes } from './select-words'
import { barOn, openToSelect } from './selection-bar'
import { expect, test } from './test'
import { narrow, wide } from './widths'

/** Fails unless the bar is wholly in the window and over none of the selected words. */
async function expectFree(page: Page, name: string) {
  const box = await barOn(page).bar.boundingBox()
  const view = page.viewportSize()
  if (!box || !view) throw new Error(`There is no bar: ${name}`)
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  expect(box.x, name).toBeGreaterThanOrEqual(0)
  expect(box.y, name).toBeGreaterThanOrEqual(0)
  expect(right, name).toBeLessThanOrEqual(view.width)
  expect(bottom, name).toBeLessThanOrEqual(view.height)
  const words = await selectedBoxes(page)
  expect(words.length, name).toBeGreaterThan(0)
  const covered = words.filter(
    (word) => word.left < right && word.right > box.x && word.top < bottom && word.bottom > box.y,
  )
  expect(covered, name).toEqual([])
}

for (const viewport of [wide, narrow]) {
  test(`the bar stands by the words and in the window wherever they are, at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await openToSelect(page)
    const { bar } = barOn(page)
    const next = page.getByText('Here is what nobody had told me about failing')
    const top = async () => (await next.boundingBox())?.y
    for (const [words, until, block] of [
      ['some', 'some', 'center'],
      ['is most of the work', 'is most of the work', 'center'],
      ['I used to think', 'gap between two', 'start'],
      ['is most of the work', 'It looks like a person on', 'end'],
      ['Trying gets good press', 'out loud, in front of people', 'center'],
    ] as const) {
      await selectByMouse(page, words, until, { block })
      await expect(bar).toBeVisible()
      await expectFree(page, `${words} … ${until}`)
      await page.mouse.click(5, 400)
      await expect(bar).toHaveCount(0)
    }
    // A heading is known by standing before its text; nothing moves when the bar comes between.
    await page.getByRole('heading', { name: 'The sitting' }).dblclick({ position: { x: 10, y: 15 } })
    const before = await top()
    await expect(bar).toBeVisible()
    expect(await top()).toBe(before)
    await expectFree(page, 'a heading')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  })
}

test('words that fill the window have the bar beside them', async ({ page }) => {
  await openToSelect(page)
  await page.setViewportSize({ width: 1280, height: 300 })
  await selectByMouse(page, 'And I tried to ring my brother')
  await page.keyboard.down('Shift')
  for (let line = 0; line < 16; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.up('Shift')
  await page.getByText('And I tried to ring my brother').evaluate((element) => {
    scrollTo({ top: element.getBoundingClientRect().bottom + scrollY - 150, behavior: 'instant' })
  })
  await page.setViewportSize({ width: 1280, height: 299 })
  // It follows the window a moment later.
  await expect(() => expectFree(page, 'more than a window')).toPass({ timeout: 10_000 })
})

test('the bar is there within 300 ms of letting go of the mouse', async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('pointerup', ({ timeStamp }) => {
      document.documentElement.dataset.late = ''
      const look = setInterval(() => {
        if (!document.querySelector('[aria-label="Selected words"]')) return
        clearInterval(look)
        document.documentElement.dataset.late = String(performance.now() - timeStamp)
      }, 5)
    })
  })
  await openToSelect(page)
  // A promise in milliseconds, which only a clock can hold. A machine that does much else is late now and then, so the
  // one in the middle of five counts; a bar that waits is late always.
  const times: number[] = []
  for (const words of ['Trying gets', 'good press', 'We put it', 'on mugs', 'is not brave']) {
    await selectByMouse(page, words)
    await expect(page.locator('html')).toHaveAttribute('data-late', /./)
    times.push(Number(await page.locator('html').getAttribute('data-late')))
  }
  expect(times.sort((a, b) => a - b)[2], times.join()).toBeLessThan(300)
})

test('the bar is not printed', async ({ page }) => {
  await openToSelect(page)
  const { bar } = barOn(page)
  await selectByMouse(page, 'biscuit tin')
  await expect(bar).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(bar).toBeHidden()
})

test('in a text from right to left the bar speaks the language of the site', async ({ page }) => {
  await openToSelect(page, `/posts/${specialPosts.arabic}`)
  const { bar, links } = barOn(page)
  await page.getByText('جورب مثقوب').click({ clickCount: 3 })
  await expect(bar).toBeVisible()
  await expect(bar).toHaveAttribute('lang', 'en-GB')
  await expect(bar).toHaveCSS('direction', 'ltr')
  expect(new URL((await links.getAttribute('href')) ?? '').searchParams.get('text')).toBe(
    '“جورب مثقوب وخيط أصفر.”',
  )
  await expectFree(page, 'in Arabic')
})
