import type { Page } from '@playwright/test'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const long = '/posts/lists-i-lost'

function contentsOf(page: Page) {
  const contents = page.getByRole('navigation', { name: 'On this page' })
  return { contents, chapters: contents.getByRole('link'), current: contents.locator('[aria-current=true]') }
}

// In the higher window a chapter is shorter than a third of it.
for (const viewport of [wide, { width: 1280, height: 1200 }]) {
  test(`the chapter that was followed is the one that is marked, in a window ${viewport.height} px high`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto(long)
    const { chapters, current } = contentsOf(page)
    const headings = page.locator('.prose').getByRole('heading', { level: 2 })
    const names = await headings.allTextContents()
    expect(names.length).toBeGreaterThan(4)
    await expect(chapters).toHaveText(names)
    for (const index of [...names.keys()].reverse()) {
      await chapters.nth(index).click()
      await expect(current).toHaveText([names[index] ?? ''])
    }
  })
}

test('while a post is read one chapter is marked at a time, in their order', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto(long)
  const { chapters, current } = contentsOf(page)
  const names = await chapters.allTextContents()
  await expect(current).toHaveText([names[0] ?? ''])
  const seen = [0]
  while ((seen.at(-1) ?? 0) < names.length - 1) {
    await page.mouse.wheel(0, 200)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await expect(current).toHaveCount(1)
    seen.push(names.indexOf((await current.textContent()) ?? ''))
  }
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(new Set(seen).size).toBe(names.length)
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
