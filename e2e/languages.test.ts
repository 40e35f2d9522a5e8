import { specialPosts } from './fixture-posts'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const path = `/posts/${specialPosts.arabic}`

for (const viewport of [wide, narrow]) {
  test(`a text in Arabic begins at the right, in a page that does not, at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto(path)
    for (const part of [
      page.getByRole('heading', { level: 1 }),
      page.getByText('عن ثقب صغير.'),
      page.locator('.prose'),
    ]) {
      await expect(part).toHaveAttribute('lang', 'ar')
      await expect(part).toHaveCSS('direction', 'rtl')
    }
    await expect(page.getByRole('heading', { name: 'Leave a comment' })).toHaveCSS('direction', 'ltr')
    // The mark of a point stands to the right of its words.
    const [list, item] = await Promise.all([
      page.locator('.prose ul').first().boundingBox(),
      page.locator('.prose li').first().boundingBox(),
    ])
    if (!list || !item) throw new Error('The list is not shown.')
    expect(list.x + list.width - item.x - item.width).toBeGreaterThan(20)
    expect(Math.abs(item.x - list.x)).toBeLessThan(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  })
}

test('a network that shows a post is told which language it is in', async ({ page }) => {
  await page.goto(path)
  await expect(page.locator('meta[property="og:locale"]')).toHaveAttribute('content', 'ar_EG')
})

test('a list says which language a title is in', async ({ page }) => {
  await page.goto('/archive')
  await expect(page.getByRole('main').getByRole('link', { name: 'رتق الجورب' })).toHaveAttribute('lang', 'ar')
})

test('the search and the neighbours of a post say which language its words are in', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('جورب')}`)
  const row = page.getByRole('article').filter({ hasText: 'رتق الجورب' })
  await expect(row.getByRole('link')).toHaveAttribute('lang', 'ar')
  await expect(row.getByText('وخيط أصفر')).toHaveAttribute('dir', 'rtl')

  await page.goto(path)
  const near = page.getByRole('navigation', { name: 'Newer and older posts' }).getByRole('link').first()
  await near.click()
  const back = page.getByRole('navigation', { name: 'Newer and older posts' }).getByText('رتق الجورب')
  await expect(back).toHaveAttribute('lang', 'ar')
})

test('a tag that was found says which language it is in, on the page of the search and over any other', async ({
  page,
}) => {
  const tag = 'رتق'
  await page.goto(`/search?q=${encodeURIComponent(tag)}`)
  const tagged = page
    .getByRole('article')
    .filter({ hasText: 'رتق الجورب' })
    .getByText(/^Tagged/)
  const marked = tagged.locator('[lang=ar]')
  await expect(marked).toHaveText(tag)
  await expect(marked).toHaveCSS('direction', 'rtl')
  await expect(tagged).toHaveCSS('direction', 'ltr')

  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Search' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.insertText(tag)
  const option = dialog.getByRole('option').filter({ hasText: 'رتق الجورب' })
  await expect(option.getByText(/^Tagged/).locator('[lang=ar]')).toHaveText(tag)
  await expect(option.getByRole('heading').locator('[lang=ar]')).toHaveText('رتق الجورب')
})

test('a tag that only posts of one language have is marked as theirs', async ({ page }) => {
  await page.goto(path)
  const main = page.getByRole('main')
  await expect(main.getByRole('list', { name: 'Tags' }).getByRole('link')).toHaveAttribute('lang', 'ar')
  await page.goto('/archive')
  const chips = main.getByRole('list', { name: 'Tags' })
  await expect(chips.getByText('رتق', { exact: true })).toHaveAttribute('lang', 'ar')
  await expect(chips.getByRole('link', { name: /^wool/ }).locator('[lang]')).toHaveCount(0)
  await expect(main.getByRole('listitem').getByText('رتق', { exact: true }).last()).toHaveAttribute(
    'dir',
    'rtl',
  )
  await page.goto(`/tags/${encodeURIComponent('رتق')}`)
  await expect(main.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'ar')
})
