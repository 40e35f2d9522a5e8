import { commentForm } from './comment-form'
import { addLastWord, writeRows } from './conversation'
import { expect, test } from './test'

test('on paper a post has its comments, and nothing to press', async ({ page, db, post }) => {
  await writeRows(db, post, [{ website: 'https://example.com/' }, { answers: 1 }])
  await addLastWord(db, post)
  await page.goto(post.path)
  await commentForm(page).fill({ body: 'Not for the paper.' })
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('article', { name: /^Comment / })).toHaveCount(3)
  await expect(page.getByText(post.words)).toBeVisible()
  await expect(page.getByRole('heading', { name: post.title, exact: true })).toBeVisible()
  for (const role of ['button', 'textbox', 'navigation', 'group', 'status'] as const) {
    for (const part of await page.getByRole(role).all()) await expect(part).toBeHidden()
  }
  const [ink, paper] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body)
    return [color, backgroundColor]
  })
  expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
})
