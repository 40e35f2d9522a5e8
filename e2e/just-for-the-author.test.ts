import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { expect, test } from './test'

test('what is just for the author is sent to nobody else, and its writer is told so', {
  tag: '@any-window',
}, async ({ page, anotherReader, db, post, blog }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.forAuthor.check()
  await form.fill({ body: post.words, name: 'Wren' })
  await page.reload()
  await expect(form.body).toHaveValue(post.words)
  await expect(form.forAuthor, 'a draft that forgot it would be published').toBeChecked()
  await form.button.click()
  await expect(form.status).toHaveText(`Sent. Only ${blog.author} will read this.`)
  const comment = page.getByRole('article', { name: 'Your comment: Just for the author' })
  await expect(comment).toContainText(post.words)
  await expect(form.forAuthor).not.toBeChecked()
  await page.reload()
  await expect(comment).toContainText(`Only ${blog.author} will read this.`)
  expect(await listRows(db, post)).toMatchObject([{ status: 'held', forAuthor: true, number: null }])
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByText(post.words)).toHaveCount(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('what is just for the author leads to a receipt that says so', async ({ page, db, post, blog }) => {
    await page.goto(post.path)
    const form = commentForm(page)
    await expect(form.button).toHaveAccessibleName('Post comment')
    await form.forAuthor.check()
    await expect(form.button).toHaveAccessibleName(`Send to ${blog.author}`)
    await form.post({ body: post.words })
    await expect(form.problem).toBeVisible()
    await expect(form.forAuthor, 'a mistake must not make it public').toBeChecked()
    await form.post({ name: 'Wren' })
    const comment = page.getByRole('article', { name: /^Your comment/ })
    await expect(comment).toContainText(`Sent. Only ${blog.author} will read this.`)
    await expect(comment).toContainText('Just for the author')
    expect(await listRows(db, post)).toMatchObject([{ status: 'held', forAuthor: true, number: null }])
  })
})
