import { commentForm } from './comment-form'
import { addLastWord, listRows, writeRows } from './conversation'
import { holdPost } from './hold-post'
import { fiveDeep, placeOfForm, replyTo } from './replies'
import { expect, test } from './test'

test('Reply brings the form under that comment, says whom it answers, and has the focus in it', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, fiveDeep)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  expect(await placeOfForm(page)).toBeNull()
  await replyTo(page, 'Ben').click()
  await expect(form.body).toBeFocused()
  await expect(form.heading).toHaveText('Replying to Ben')
  expect(await placeOfForm(page)).toBe('c-2')
  await expect(page).toHaveURL(post.path)
  await replyTo(page, 'Eli').press('Enter')
  await expect(form.heading).toHaveText('Replying to Eli')
  expect(await placeOfForm(page)).toBe('c-5')
  await expect(page.locator('form#comment-form')).toHaveCount(1)
  await page.getByRole('button', { name: 'Leave a comment of your own' }).click()
  await expect(form.heading).toHaveText('Leave a comment')
  expect(await placeOfForm(page)).toBeNull()
  await expect(form.body).toBeFocused()
})

test('Cancel, and Escape while nothing is written, give the focus back to that Reply', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, fiveDeep)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Cleo').click()
  await form.cancel.click()
  await expect(replyTo(page, 'Cleo')).toBeFocused()
  await expect(form.heading).toHaveText('Leave a comment')
  await expect(form.cancel).toHaveCount(0)

  await replyTo(page, 'Dot').click()
  await form.body.press('Escape')
  await expect(replyTo(page, 'Dot')).toBeFocused()
  await replyTo(page, 'Dot').click()
  await form.fill({ body: post.words })
  await form.body.press('Escape')
  await expect(form.heading).toHaveText('Replying to Dot')
  await expect(form.body).toHaveValue(post.words)
})

test('every reply keeps its own text, and so does the form of the post', { tag: '@any-window' }, async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, fiveDeep)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: 'To the post.', name: 'Wren', email: 'wren@example.com' })
  await replyTo(page, 'Ada').click()
  await expect(form.body).toHaveValue('')
  await form.fill({ body: 'To Ada.' })
  await replyTo(page, 'Fay').click()
  await expect(form.body).toHaveValue('')
  await form.fill({ body: 'To Fay.' })
  await replyTo(page, 'Ada').click()
  await expect(form.body).toHaveValue('To Ada.')
  await replyTo(page, 'Fay').click()
  await expect(form.body).toHaveValue('To Fay.')
  await form.cancel.click()
  await expect(form.body).toHaveValue('To the post.')
  await expect(form.name).toHaveValue('Wren')
  await expect(form.email).toHaveValue('wren@example.com')
})

test('a reply is there again after a reload, under the comment it answers', async ({ page, db, post }) => {
  await writeRows(db, post, fiveDeep)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Dot').click()
  await form.fill({ body: post.words, name: 'Wren' })
  await page.reload()
  await expect(page.getByText(/^We kept your draft from /)).toBeVisible()
  await expect(form.heading).toHaveText('Replying to Dot')
  await expect(form.body).toHaveValue(post.words)
  await expect(form.name).toHaveValue('Wren')
  expect(await placeOfForm(page)).toBe('c-4')
  await form.cancel.click()
  await page.reload()
  await expect(form.heading).toHaveText('Leave a comment')
  await expect(form.body).toHaveValue('')
})

test('a reply stands where it belongs, has the focus, and leaves nothing behind', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, fiveDeep)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Eli').click()
  await form.post({ body: 'Same here.', name: 'Gus' })
  const reply = page.getByRole('article', { name: 'Comment 8 by Gus' })
  await expect(reply).toBeFocused()
  await expect(reply).toContainText('in reply to Eli')
  await expect(reply.getByRole('link', { name: 'Eli', exact: true })).toHaveAttribute('href', '#c-5')
  await expect(form.heading).toHaveText('Leave a comment')
  await expect(form.body).toHaveValue('')
  expect(await placeOfForm(page)).toBeNull()
  const rows = await listRows(db, post)
  expect(rows.at(-1)).toMatchObject({ number: 8, parentId: rows.find(({ number }) => number === 5)?.id })
  const kept = await page.evaluate(() => Object.entries(localStorage))
  expect(kept.filter(([key]) => key !== 'read')).toEqual([[`comments-here:${post.slug}`, '{"here":true}']])
})

test('whoever goes on to another reply while one is on its way keeps what they write', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, fiveDeep)
  await addLastWord(db, post)
  const { arrived } = await holdPost(page)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Ada').click()
  await form.post({ body: 'To Ada.', name: 'Gus' })
  const route = await arrived
  await replyTo(page, 'Fay').click()
  await form.fill({ body: 'To Fay.' })
  await expect(form.mine).toContainText('To Ada.')
  await route.continue()
  await expect(page.getByRole('article', { name: 'Comment 8 by Gus' })).toContainText('To Ada.')
  await expect(form.heading).toHaveText('Replying to Fay')
  await expect(form.body).toHaveValue('To Fay.')
  await replyTo(page, 'Ada').click()
  await expect(form.body).toHaveValue('')
})

test('a mistake in a reply is shown where it is written', async ({ page, db, post }) => {
  await writeRows(db, post, fiveDeep)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Ben').click()
  await form.post({ body: post.words })
  await expect(form.problem).toBeFocused()
  expect(await placeOfForm(page)).toBe('c-2')
  await form.post({ name: 'Gus' })
  await expect(page.getByRole('article', { name: 'Comment 8 by Gus' })).toBeFocused()
})
