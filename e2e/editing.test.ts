import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { comments, conversations } from '../db/schema'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { cuttableLine } from './cuttable-line'
import { age, answerFirst, fillTrap, hold, publish, waiting } from './own-comments'
import { expect, test } from './test'

const mayWait = 'It may have to wait for a read-through again, for instance if you add links.'

// One file: all that a writer can do to a comment while it may be changed, and when that is over.
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
  await expect(field).toHaveAccessibleDescription(mayWait)
  // How long there is for it is said while it is done, too.
  await expect(comment).toContainText(/You can edit it for another 1[45] minutes\./)
  await field.fill('Said *better*.')
  await expect(comment.getByRole('button', { name: 'Discard what you typed' })).toBeVisible()
  await field.press('Tab')
  await expect(comment.getByRole('button', { name: 'Save' })).toBeFocused()
  await page.keyboard.press('Enter')
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
  expect(await keptEdits(page)).toBeNull()
})

test('an edit that was not saved is there again after a reload, with a word about it, and gone once it is saved', async ({
  page,
  post,
}) => {
  await publish(page, post)
  const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
  const field = comment.getByLabel('Edit your comment')
  await comment.getByRole('button', { name: 'Edit' }).click()
  await field.fill('Half of a better sentence')
  await expect(comment).toContainText('Draft saved on this device.')
  await page.reload()
  await expect(field).toHaveValue('Half of a better sentence')
  await expect(comment).toContainText(/We kept your draft from \d\d:\d\d\./)
  // Whoever comes to read is not led there.
  await expect(field).not.toBeFocused()
  await page.goto('/archive')
  await page.goto(post.path)
  await field.fill('A better sentence.')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(comment).toContainText('A better sentence.')
  await expect(comment).toBeFocused()
  expect(await keptEdits(page)).toBeNull()
  await page.reload()
  await expect(comment.getByRole('button', { name: 'Edit' })).toBeVisible()
  await expect(field).toHaveCount(0)
})

test('Discard puts the text of the comment back into the form', async ({ page, post }) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  const field = page.getByLabel('Edit your comment')
  await field.fill('Never mind.')
  await page.reload()
  await page.getByRole('button', { name: 'Discard what you typed' }).click()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(post.words)
  expect(await keptEdits(page)).toBeNull()
})

test('of an edit whose time is over the device keeps nothing', { tag: '@any-window' }, async ({
  page,
  db,
  post,
}) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Edit your comment').fill('Half of a better sentence')
  await expect(comment).toContainText('Draft saved on this device.')
  expect(await keptEdits(page)).toContain('Half of a better sentence')
  await age(db, post, 901)
  await page.clock.setFixedTime(Date.now() + 901_000)
  const asked = page.waitForResponse(/\/mine$/)
  await page.reload()
  await (await asked).finished()
  await expect.poll(() => keptEdits(page)).toBeNull()
  await expect(page.getByLabel('Edit your comment')).toHaveCount(0)
})

/** The edits that this device keeps, as it keeps them; null when there are none. */
function keptEdits(page: Page): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem('comment-edits'))
}

test('an edit on the page of one’s own comment is kept alike', { tag: '@any-window' }, async ({
  page,
  post,
}) => {
  await publish(page, post)
  await page.goto(`${post.path}/receipt`)
  await page.getByRole('link', { name: 'Edit or delete it' }).click()
  const comment = page.getByRole('article', { name: /^Your comment/ })
  const field = comment.getByLabel('Edit your comment')
  await comment.getByText('Edit', { exact: true }).click()
  await expect(field).toHaveAccessibleDescription(mayWait)
  await field.fill('Half of a better sentence  ')
  await expect(comment).toContainText('Draft saved on this device.')
  await page.reload()
  await expect(field).toBeVisible()
  await expect(field).toHaveValue('Half of a better sentence  ')
  await expect(comment).toContainText('We kept your draft from ')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(comment.getByText('Edited', { exact: true })).toBeVisible()
  await expect.poll(() => keptEdits(page)).toBeNull()
  await expect(comment.getByText('We kept your draft from ')).toHaveCount(0)
})

test('a comment that waits is edited in its place, and goes on waiting', async ({ page, db, post }) => {
  const comment = await hold(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  // It waits anyway: nothing more is said.
  await expect(comment.getByLabel('Edit your comment')).toHaveAccessibleDescription('')
  await comment.getByLabel('Edit your comment').fill('Said better.')
  const kept = await keptEdits(page)
  expect(kept).toContain('Said better.')
  expect(kept).not.toContain('wren@example.com')
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
  await expect(field).toHaveAccessibleDescription(`Write a comment before posting ${mayWait}`)
  await field.fill('x'.repeat(10_003))
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(field).toHaveAccessibleDescription(/^Your comment is 3 characters too long/)
  await expect(field).toHaveValue('x'.repeat(10_003))
})

test.describe('while the server is out of reach', () => {
  test.use({ allowedErrors: [/net::ERR_/] })

  test('an edit keeps its text and is saved by another try', async ({ page, post }) => {
    const line = await cuttableLine(page, /\/posts\//)
    const comment = await publish(page, post)
    await comment.getByRole('button', { name: 'Edit' }).click()
    const field = comment.getByLabel('Edit your comment')
    await field.fill('Said better.')
    line.cut()
    await comment.getByRole('button', { name: 'Save' }).click()
    await expect(field).toHaveAccessibleDescription(
      /^Not saved yet\. Your text is safe here\. We could not reach the server\./,
    )
    await expect(field).toHaveValue('Said better.')
    line.mend()
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
  await page.clock.install()
  await publish(page, post)
  await age(db, post, 850)
  await page.reload()
  const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
  await expect(comment.getByText('You can edit it for another moment.')).toBeVisible()
  await expect(comment.getByRole('button', { name: 'Edit' })).toBeVisible()
  await page.clock.fastForward(51_000)
  await expect(comment.getByRole('button', { name: 'Edit' })).toHaveCount(0)
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
    /^The fifteen minutes in which you could change it are over\. You can still write to me about it\./,
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
  await expect(page.getByText('You have deleted your comment.')).toBeFocused()
  await expect(page.getByText('Posted. Thank you')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '1 comment', exact: true })).toBeVisible()
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('heading', { name: '1 comment', exact: true })).toBeVisible()
  await expect(anotherReader.getByText(post.words)).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(post.words)).toHaveCount(0)
})

test('while a comment that others answered waits again, they are told so, and not that it was removed', async ({
  page,
  anotherReader,
  db,
  post,
}) => {
  const comment = await publish(page, post)
  await answerFirst(db, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  await comment
    .getByLabel('Edit your comment')
    .fill('https://one.example https://two.example https://three.example')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(waiting(page)).toContainText('https://one.example')

  await anotherReader.goto(post.path)
  const place = anotherReader.getByRole('article', { name: 'Comment 1', exact: true })
  await expect(place).toContainText('This comment waits.')
  const answer = anotherReader.getByRole('article', { name: 'Comment 2 by Tam' })
  await expect(answer).toContainText('in reply to comment 1')
  await expect(anotherReader.getByText('removed')).toHaveCount(0)
  await expect(anotherReader.getByText('one.example')).toHaveCount(0)
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
  await expect(page.getByRole('article', { name: 'Comment 1', exact: true })).toContainText(
    'This comment was removed.',
  )
  await expect(page.getByText('You have deleted your comment.')).toBeFocused()
  await expect(page.getByText('Posted. Thank you')).toHaveCount(0)
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('article', { name: 'Comment 1', exact: true })).toBeVisible()
  await expect(anotherReader.getByRole('article', { name: 'Comment 2 by Tam' })).toBeVisible()
  await expect(anotherReader.getByText(post.words)).toHaveCount(0)
})
