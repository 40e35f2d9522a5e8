import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { comments, conversations } from '../db/schema'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { age, answerFirst, fillTrap, hold, publish, waiting } from './own-comments'
import { expect, test } from './test'

test('a writer edits a comment in its place, and everybody reads it at once, marked as edited', async ({
  page,
  anotherReader,
  post,
}) => {
  const comment = await publish(page, post)
  await expect(comment).toContainText(/You can edit it for another 1[45] minutes\./)
  await comment.getByRole('button', { name: 'Edit' }).click()
  const field = comment.getByLabel('Edit your comment')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(post.words)
  await field.fill('Said *better*.')
  await comment.getByRole('button', { name: 'Save' }).click()
  const edited = page.getByRole('article', { name: 'Comment 1 by Wren' })
  await expect(edited).toContainText('Said better.')
  await expect(edited).toContainText('Edited')
  await expect(edited).toBeFocused()
  await expect(page.getByText(post.words)).toHaveCount(0)

  await anotherReader.goto(post.path)
  const theirs = anotherReader.getByRole('article', { name: 'Comment 1 by Wren' })
  await expect(theirs).toContainText('Said better.')
  await expect(theirs).toContainText('Edited')
  await expect(theirs.getByRole('button', { name: 'Edit' })).toHaveCount(0)
})

test('Cancel leaves the comment as it is and returns the focus', async ({ page, post }) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  await comment.getByLabel('Edit your comment').fill('Never mind.')
  await comment.getByRole('button', { name: 'Cancel' }).click()
  await expect(comment.getByRole('button', { name: 'Edit' })).toBeFocused()
  await expect(comment).toContainText(post.words)
})

test('a comment that waits is edited in its place, and goes on waiting', async ({ page, db, post }) => {
  const comment = await hold(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  await comment.getByLabel('Edit your comment').fill('Said better.')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(waiting(page)).toBeFocused()
  await expect(waiting(page)).toContainText('Said better.')
  await expect(waiting(page)).toContainText('Edited')
  await page.reload()
  await expect(waiting(page)).toContainText('Said better.')
  expect(await listRows(db, post)).toMatchObject([
    { status: 'held', reasons: expect.arrayContaining(['trap']), number: null },
  ])
})

test('mistakes are said at the field, and nothing typed is lost', async ({ page, post }) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  const field = comment.getByLabel('Edit your comment')
  await field.fill(' ')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription('Write a comment before posting')
  await field.fill('x'.repeat(10_003))
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(field).toHaveAccessibleDescription('Your comment is 3 characters too long')
  await expect(field).toHaveValue('x'.repeat(10_003))
})

test.describe('while the server is out of reach', () => {
  test.use({ allowedErrors: [/net::ERR_/] })

  test('an edit keeps its text and is saved by another try', async ({ page, post }) => {
    const comment = await publish(page, post)
    await comment.getByRole('button', { name: 'Edit' }).click()
    const field = comment.getByLabel('Edit your comment')
    await field.fill('Said better.')
    await page.route(/\/posts\//, (route) => route.abort())
    await comment.getByRole('button', { name: 'Save' }).click()
    await expect(field).toHaveAccessibleDescription(
      'Not saved yet. Your text is safe here. We could not reach the server.',
    )
    await expect(field).toHaveValue('Said better.')
    await page.unroute(/\/posts\//)
    await comment.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toContainText('Said better.')
  })
})

test('an edit that the rules hold takes the comment back to waiting, with its number', {
  tag: '@any-window',
}, async ({ page, anotherReader, db, post }) => {
  await publish(page, post, 'A first word.')
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  await fillTrap(comment.locator('form'))
  await comment.getByLabel('Edit your comment').fill('Cheap shoes.')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(waiting(page)).toContainText('Cheap shoes.')
  await expect(waiting(page)).toBeFocused()
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('heading', { name: '1 comment', exact: true })).toBeVisible()
  await expect(anotherReader.getByText(/shoes|Said of/)).toHaveCount(0)
  expect(await listRows(db, post)).toMatchObject([
    { status: 'published', number: 1 },
    { status: 'held', number: 2, reasons: ['trap'] },
  ])
})

test('what is typed into an open edit stays when the comment is published meanwhile, and can be saved', {
  tag: '@any-window',
}, async ({ page, db, post }) => {
  const comment = await hold(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  const field = page.getByLabel('Edit your comment')
  await field.fill('Half of a better sentence')
  await db
    .update(comments)
    .set({ status: 'published', number: 1, publishedAt: new Date() })
    .where(eq(comments.postId, post.slug))
  await db.update(conversations).set({ nextNumber: 2 }).where(eq(conversations.postId, post.slug))
  await postAnother(page)
  await expect(field).toHaveValue('Half of a better sentence')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toContainText('Half of a better')
  await expect(field).toHaveCount(0)
  await expect(page.getByText(post.words)).toHaveCount(0)
})

test('what is typed into an open edit stays when its time is over meanwhile', { tag: '@any-window' }, async ({
  page,
  db,
  post,
}) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  const field = page.getByLabel('Edit your comment')
  await field.fill('Half of a better sentence')
  await age(db, post, 901)
  await postAnother(page)
  await expect(field).toHaveValue('Half of a better sentence')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(field).toHaveAccessibleDescription(/^The fifteen minutes/)
  await expect(field).toHaveValue('Half of a better sentence')
})

/** Comments once more, and resolves when the page has asked anew what this browser may change. */
async function postAnother(page: Page) {
  const asked = page.waitForResponse(/\/mine$/)
  await commentForm(page).post({ body: 'A second thought.', name: 'Wren' })
  await (await asked).finished()
  const second = page.getByRole('article').filter({ hasText: 'A second thought.' })
  await expect(second.getByRole('button', { name: 'Edit' })).toBeVisible()
}

test('Edit and Delete go when their time is over', async ({ page, db, post }) => {
  test.setTimeout(60_000)
  await publish(page, post)
  await age(db, post, 875)
  await page.reload()
  const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
  await expect(comment.getByText('You can edit it for another moment.')).toBeVisible()
  await expect(comment.getByRole('button', { name: 'Edit' })).toBeVisible()
  await expect(comment.getByRole('button', { name: 'Edit' })).toHaveCount(0, { timeout: 30_000 })
  await expect(comment.getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await expect(comment.getByText('You can edit it')).toHaveCount(0)
})

test('an edit that comes too late is refused in plain words, and keeps its text', {
  tag: '@any-window',
}, async ({ page, db, post }) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  const field = comment.getByLabel('Edit your comment')
  await field.fill('Too late.')
  await age(db, post, 901)
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(field).toHaveAccessibleDescription(
    'The fifteen minutes in which you could change it are over. You can still write to me about it.',
  )
  await expect(field).toHaveValue('Too late.')
  expect(await listRows(db, post)).toMatchObject([{ body: post.words, editedAt: null }])
})

test('a deletion that comes too late is refused in plain words', { tag: '@any-window' }, async ({
  page,
  db,
  post,
}) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Delete' }).click()
  await age(db, post, 901)
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(comment.getByRole('alert')).toContainText('The fifteen minutes')
  expect(await listRows(db, post)).toMatchObject([{ status: 'published' }])
})

test('deleting asks once more, and Keep it changes nothing', async ({ page, db, post }) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(comment.getByRole('button', { name: 'Delete' })).toBeFocused()
  expect(await listRows(db, post)).toMatchObject([{ status: 'published' }])
})

test('a deleted comment that nobody answered is gone for everybody at once', { tag: '@any-window' }, async ({
  page,
  anotherReader,
  post,
}) => {
  await publish(page, post, 'A first word.')
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('Your comment is deleted.')).toBeFocused()
  await expect(page.getByRole('heading', { name: '1 comment', exact: true })).toBeVisible()
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('heading', { name: '1 comment', exact: true })).toBeVisible()
  await expect(anotherReader.getByText(post.words)).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(post.words)).toHaveCount(0)
})

test('a deleted comment that others answered leaves its number', async ({
  page,
  anotherReader,
  db,
  post,
}) => {
  await publish(page, post)
  await answerFirst(db, post)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByRole('article', { name: 'Comment 1, removed' })).toContainText(
    'This comment was removed.',
  )
  await expect(page.getByText('Your comment is deleted.')).toBeFocused()
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('article', { name: 'Comment 1, removed' })).toBeVisible()
  await expect(anotherReader.getByRole('article', { name: 'Comment 2 by Tam' })).toBeVisible()
  await expect(anotherReader.getByText(post.words)).toHaveCount(0)
})

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
  const comment = page.getByRole('article', { name: `Your comment: Just for ${blog.author}` })
  await expect(comment).toContainText(post.words)
  await expect(form.forAuthor).not.toBeChecked()
  await page.reload()
  await expect(comment).toContainText(`Only ${blog.author} will read this.`)
  expect(await listRows(db, post)).toMatchObject([{ status: 'held', forAuthor: true, number: null }])
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByText(post.words)).toHaveCount(0)
})
