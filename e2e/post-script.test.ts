import { listPosts } from './list-addresses'
import { expect, test } from './test'

const post = '/posts/sometimes-we-fail'

test('the postscript is one link, and all of it can be clicked', async ({ page }) => {
  await page.goto(post)
  const card = page.getByRole('complementary', { name: 'You might enjoy' })
  await expect(card).toHaveCount(1)
  const link = card.getByRole('link')
  await expect(link).toHaveCount(1)
  const href = (await link.getAttribute('href')) ?? ''
  const box = await card.boundingBox()
  await card.click({ position: { x: 4, y: (box?.height ?? 0) - 4 } })
  await expect(page).toHaveURL(new RegExp(`${href}$`))
})

test('the postscript comes after the text, at most once, and leads to another post', async ({
  page,
  request,
}) => {
  const posts = await listPosts(request)
  for (const address of posts) {
    await page.goto(address)
    const card = page.getByRole('complementary', { name: 'You might enjoy' })
    const times = await card.count()
    expect(times, address).toBeLessThanOrEqual(1)
    // Where nothing is near enough there is no empty box either.
    if (times === 0) {
      await expect(page.getByText('P.S.', { exact: true }), address).toHaveCount(0)
      continue
    }
    const target = await card.getByRole('link').getAttribute('href')
    expect(posts).toContain(target)
    expect(target).not.toBe(address)
    const comments = page.getByRole('heading', { name: /comment/i, level: 2 }).first()
    expect((await card.boundingBox())?.y).toBeLessThan((await comments.boundingBox())?.y ?? 0)
  }
})
