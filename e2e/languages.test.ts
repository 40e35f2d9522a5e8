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
      page.locator('.prose ul').boundingBox(),
      page.locator('.prose li').first().boundingBox(),
    ])
    if (!list || !item) throw new Error('The list is not shown.')
    expect(list.x + list.width - item.x - item.width).toBeGreaterThan(20)
    expect(Math.abs(item.x - list.x)).toBeLessThan(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  })
}

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
