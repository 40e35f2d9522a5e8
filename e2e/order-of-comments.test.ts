import { commentForm } from './comment-form'
import { addLastWord, writeRows } from './conversation'
import { placeOfForm, replyTo } from './replies'
import { expect, test } from './test'

test('the order stays while something is being written, and is kept by the address', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, [
    { name: 'Ada' },
    ...Array.from({ length: 56 }, (_, index) => ({ name: `Reader ${index}` })),
  ])
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  const newest = page.getByRole('link', { name: 'Newest first' })
  await replyTo(page, 'Ada').click()
  await form.fill({ body: post.words, name: 'Gus' })
  await newest.click()
  await expect(page.getByText('First post or discard what you have begun to write.')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${post.path}(#.*)?$`))
  expect(await placeOfForm(page)).toBe('c-1')

  // Whoever goes there all the same has the text, though Ada stands on the second page of these.
  await page.goto(`${post.path}/comments/newest/1`)
  await expect(form.heading).toHaveText('Replying to Ada')
  await expect(form.body).toHaveValue(post.words)

  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('link', { name: 'Oldest first' }).click()
  await expect(page).toHaveURL(new RegExp(`${post.path}#`))
  await newest.click()
  await expect(page).toHaveURL(`${post.path}/comments/newest/1`)
  for (const again of [false, true]) {
    if (again) await page.reload()
    await expect(newest).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('article', { name: /^Comment / }).first()).toHaveAccessibleName(
      /^Comment 58 /,
    )
  }
})
