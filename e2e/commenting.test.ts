import { and, eq } from 'drizzle-orm'
import { comments } from '../db/schema'
import { expect, test } from './test'

test('a reader comments and everyone can read it', async ({ page, post, anotherReader }) => {
  await page.goto(post.path)
  await page.getByLabel('Your comment').fill(post.words)
  await page.getByLabel('Name', { exact: true }).fill('Wren')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Posted. Thank you')).toBeVisible()
  await expect(page.getByRole('article').filter({ hasText: post.words })).toBeVisible()

  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('article').filter({ hasText: post.words })).toBeVisible()
})

test('a double click posts one comment', async ({ page, post, db }) => {
  await page.goto(post.path)
  await page.getByLabel('Your comment').fill(post.words)
  await page.getByLabel('Name', { exact: true }).fill('Wren')
  await page.getByRole('button', { name: 'Post comment' }).dblclick()
  await expect(page.getByText('Posted. Thank you')).toBeVisible()
  await expect(page.getByRole('article').filter({ hasText: post.words })).toHaveCount(1)

  const rows = await db
    .select({ number: comments.number })
    .from(comments)
    .where(and(eq(comments.postId, post.slug), eq(comments.body, post.words)))
  expect(rows).toEqual([{ number: 1 }])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader comments and lands on the comment', async ({ page, post, anotherReader }) => {
    await page.goto(post.path)
    await page.getByLabel('Your comment').fill(post.words)
    await page.getByLabel('Name', { exact: true }).fill('Wren')
    await page.getByRole('button', { name: 'Post comment' }).click()
    await expect(page).toHaveURL(/#c-1$/)
    await expect(page.getByRole('article').filter({ hasText: post.words })).toBeVisible()

    await anotherReader.goto(post.path)
    await expect(anotherReader.getByText(post.words)).toBeVisible()
  })
})
