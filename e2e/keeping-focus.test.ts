import { commentForm } from './comment-form'
import { holdPost } from './hold-post'
import { expect, test } from './test'

test.use({ allowedErrors: [/net::ERR_FAILED/] })

test('a draft that is discarded leaves the focus in the empty field', async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words })
  await page.getByRole('button', { name: 'Discard' }).press('Enter')
  await expect(form.body).toBeFocused()
})

test('a remembered person who changes their details begins at the name', async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words, name: 'Wren' })
  await form.remember.check()
  await form.button.click()
  await expect(page.getByText('Posted. Thank you')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Change' }).press('Enter')
  await expect(form.name).toBeFocused()
})

test('trying again keeps the focus with the comment', async ({ page, post }) => {
  const { arrived } = await holdPost(page)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren' })
  await (await arrived).abort()
  const second = await holdPost(page)
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(page.locator('.sending')).toBeFocused()
  await expect(form.button).toHaveAttribute('aria-disabled', 'true')
  await (await second.arrived).continue()
  await expect(page.getByRole('article').filter({ hasText: post.words })).toBeFocused()
  await expect(form.button).not.toHaveAttribute('aria-disabled')
})

test('a reader who named their Mastodon server is back where they came from', async ({
  page,
  context,
  post,
}) => {
  await context.route('https://stitch.example/**', (route) => route.fulfill({ body: 'shared' }))
  await page.goto(post.path)
  await page.getByRole('button', { name: 'Mastodon' }).click()
  await page.getByLabel('Your Mastodon server').fill('stitch.example')
  await page.getByLabel('Your Mastodon server').press('Enter')
  await expect(page.getByRole('button', { name: 'not stitch.example?' })).toBeFocused()
})

test('what is kept of a long text is counted before a key is pressed', async ({ page, post }) => {
  await page.goto(post.path)
  await commentForm(page).fill({ body: 'x'.repeat(9_990) })
  await expect(page.getByText('10 characters left')).toBeVisible()
  await page.reload()
  await expect(page.getByText('10 characters left')).toBeVisible()
})
