import { and, eq } from 'drizzle-orm'
import { comments } from '../db/schema'
import { commentForm } from './comment-form'
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

test('the field grows with the text, and not beyond the window', async ({ page, post }) => {
  await page.goto(post.path)
  const { body } = commentForm(page)
  const height = async () => (await body.boundingBox())?.height ?? 0
  const empty = await height()
  await body.fill('A line of it.\n'.repeat(9))
  const some = await height()
  expect(some).toBeGreaterThan(empty)
  await body.fill('A line of it.\n'.repeat(200))
  expect(await height()).toBeGreaterThan(some)
  expect(await height()).toBeLessThan((page.viewportSize()?.height ?? 0) * 0.8)
})

test('a double click posts one comment', { tag: '@any-window' }, async ({ page, post, db }) => {
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
