import { expect, test } from './test'

const long = '/posts/lists-i-lost'

test('the thread above is sewn while the text is read: none at the title, all at its last line', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.goto(long)
  const thread = page.locator('.progress')
  await expect(thread).toHaveAttribute('aria-hidden', 'true')
  const left = () => thread.evaluate((element) => getComputedStyle(element).clipPath)
  await expect.poll(left).toBe('inset(0px 100% 0px 0px)')
  // The end of the text at the foot of the window; tags, neighbours and comments are still below.
  await page.locator('.prose').evaluate((text) => {
    scrollBy(0, text.getBoundingClientRect().bottom - innerHeight + 1)
  })
  await expect.poll(async () => Number.parseFloat((await left()).split(' ')[1] ?? '0')).toBeLessThan(1)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(thread).toBeHidden()
})

test('nothing is sewn yet at the title of a text that is lower than the window', async ({ page, post }) => {
  await page.goto(post.path)
  const thread = page.locator('.progress')
  await expect(thread).toHaveCSS('clip-path', 'inset(0px 100% 0px 0px)')
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  await expect(thread).toHaveCSS('clip-path', 'inset(0px 0% 0px 0px)')
})

test('a table that is too wide scrolls in its own frame, by the keys too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 })
  await page.goto('/posts/the-year-of-small-repairs')
  const table = page.getByRole('group', { name: 'Table' })
  await table.focus()
  await expect(table).toBeFocused()
  const place = () => table.evaluate(({ scrollLeft }) => scrollLeft)
  expect(await place()).toBe(0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(place).toBeGreaterThan(0)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(sideways).toBe(320)
})
