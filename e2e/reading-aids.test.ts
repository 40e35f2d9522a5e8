import { expect, test } from './test'
import { narrow, wide } from './widths'

const long = '/posts/lists-i-lost'

test('a long post has its chapters beside it, and one of them is marked as the one being read', async ({
  page,
}) => {
  await page.setViewportSize(wide)
  await page.goto(long)
  const contents = page.getByRole('navigation', { name: 'On this page' })
  const chapters = contents.getByRole('link')
  const names = await page.getByRole('article').first().getByRole('heading', { level: 2 }).allTextContents()
  const count = await chapters.count()
  expect(count).toBeGreaterThan(4)
  for (const index of [4, 0]) {
    const name = (await chapters.nth(index).textContent()) ?? ''
    expect(names).toContain(name)
    await chapters.nth(index).click()
    await expect(contents.locator('[aria-current=true]')).toHaveText([name])
  }
})

test('in a narrow window the chapters are folded above the text, and lead there', async ({ page }) => {
  await page.setViewportSize(narrow)
  await page.goto(long)
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden()
  const box = page.getByRole('group').filter({ hasText: 'On this page' })
  await expect(box.getByRole('link').first()).toBeHidden()
  await box.getByText('On this page').click()
  const last = box.getByRole('link').last()
  const name = (await last.textContent()) ?? ''
  await last.click()
  const heading = page.getByRole('heading', { name, exact: true })
  await expect(heading).toBeInViewport()
  expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual(16)
})

test('a post of three chapters has no table of them', async ({ page }) => {
  await page.goto('/posts/enough-for-a-hat')
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await expect(page.getByText('On this page', { exact: true })).toHaveCount(0)
})

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

test('a table that is too wide scrolls in its own frame, by the keys too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 })
  await page.goto('/posts/enough-for-a-hat')
  for (const table of await page.getByRole('group', { name: 'Table' }).all()) {
    await table.focus()
    await expect(table).toBeFocused()
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(sideways).toBe(320)
})

test('links on paper say where they lead', async ({ page }) => {
  await page.goto('/posts/sometimes-we-fail')
  const link = page.getByRole('link', { name: 'beechwood darning mushroom' })
  const after = () => link.evaluate((element) => getComputedStyle(element, '::after').content)
  expect(await after()).not.toContain('http')
  await page.emulateMedia({ media: 'print' })
  expect(await after()).toContain('http')
})
