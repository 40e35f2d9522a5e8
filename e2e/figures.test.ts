import type { Page } from '@playwright/test'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const figures = {
  text: '/posts/enough-for-a-hat',
  wide: '/posts/sometimes-we-fail',
  full: '/posts/the-drawer-of-single-gloves',
}

/** Left and right of the column of the text, and of the picture of a post's figure. */
async function edgesOf(page: Page, path: string) {
  await page.goto(path)
  const [text, picture] = await Promise.all(
    [page.locator('.prose > p').first(), page.getByRole('main').getByRole('figure').getByRole('img')].map(
      (part) =>
        part.evaluate((element) => {
          const { left, right } = element.getBoundingClientRect()
          return { left: Math.round(left), right: Math.round(right) }
        }),
    ),
  )
  if (!text || !picture) throw new Error(`There is no figure: ${path}`)
  return { text, picture }
}

test('a figure is as wide as the text, reaches over the margin, or fills the window', async ({ page }) => {
  await page.setViewportSize(wide)
  const one = await edgesOf(page, figures.text)
  expect(one.picture).toEqual(one.text)
  const other = await edgesOf(page, figures.wide)
  expect(other.picture.left).toBe(other.text.left)
  // The margin of the notes: a gap of 48 and 260 more.
  expect(other.picture.right).toBe(other.text.right + 308)
  expect((await edgesOf(page, figures.full)).picture).toEqual({ left: 0, right: wide.width })
})

test('on a phone a figure is as wide as the text, and the widest fills the window', async ({ page }) => {
  await page.setViewportSize(narrow)
  for (const path of [figures.text, figures.wide]) {
    const { text, picture } = await edgesOf(page, path)
    expect(picture, path).toEqual(text)
  }
  expect((await edgesOf(page, figures.full)).picture).toEqual({ left: 0, right: narrow.width })
})
