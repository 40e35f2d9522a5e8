import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { expect, test } from './test'

test('a draft that stands in two windows and is changed in one becomes two comments', async ({
  page,
  db,
  post,
}) => {
  await page.goto(post.path)
  const first = commentForm(page)
  await first.fill({ body: post.words, name: 'Wren' })
  const window = await page.context().newPage()
  await window.goto(post.path)
  const second = commentForm(window)
  await expect(second.body).toHaveValue(post.words)

  await first.button.click()
  await expect(first.status).toHaveText('Posted. Thank you for taking the time.')
  await second.post({ body: `${post.words} And another thing.` })
  await expect(second.status).toHaveText('Posted. Thank you for taking the time.')
  expect((await listRows(db, post)).map(({ body }) => body)).toEqual([
    post.words,
    `${post.words} And another thing.`,
  ])
})
