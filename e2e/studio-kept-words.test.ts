import type { Page } from '@playwright/test'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/client'
import { comments, studioSessions } from '../db/schema'
import { holdScripts } from './hold-scripts'
import { hashOf, signInAs, signInForm } from './studio'
import { caseOf, inboxOf, openField, writeWaiting } from './studio-inbox'
import { expect, type FixturePost, test } from './test'

const half = 'Half of what I meant to say.'

/** Three comments, and beside each something that is typed and not sent. */
async function typeBeside(page: Page, db: Db, post: FixturePost) {
  await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }, { name: 'Wren', forAuthor: true }])
  await page.goto(inboxOf(post))
  const fields = {
    reply: caseOf(page, 'Ilka').getByLabel('Your reply to Ilka'),
    edit: caseOf(page, 'Bo').getByLabel('The comment by Bo', { exact: true }),
    letter: caseOf(page, 'Wren').getByLabel('Your letter to Wren'),
  }
  await openField(caseOf(page, 'Ilka'), 'Reply and approve')
  await openField(caseOf(page, 'Bo'), 'Edit')
  await openField(caseOf(page, 'Wren'), 'Answer by letter')
  for (const field of Object.values(fields)) await field.fill(half)
  return fields
}

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

test('what was typed and not sent is there again, and goes once it is sent', async ({ page, db, post }) => {
  const fields = await typeBeside(page, db, post)
  await expect(caseOf(page, 'Ilka')).toContainText('Draft saved on this device.')
  await page.getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
  for (const comeBack of [() => page.goBack(), () => page.goto(inboxOf(post))]) {
    await comeBack()
    for (const field of Object.values(fields)) {
      await expect(field).toBeVisible()
      await expect(field).toHaveValue(half)
    }
  }
  await expect(caseOf(page, 'Wren')).toContainText('We kept your draft from ')
  // By the keys, too, what sends comes before what discards.
  await fields.reply.press('Tab')
  await expect(caseOf(page, 'Ilka').getByRole('button', { name: 'Reply and approve' })).toBeFocused()
  await page.keyboard.press('Enter')
  await caseOf(page, 'Bo').getByRole('button', { name: 'Save the text' }).click()
  await caseOf(page, 'Wren').getByRole('button', { name: 'Send the letter' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(3)
  expect(await page.evaluate("localStorage.getItem('studio-words')"), 'nothing is kept').toBeNull()
})

test('what is typed while an answer is on its way is there when it has come', async ({ page, db, post }) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/studio*', async (route) => {
    if (route.request().method() === 'POST') await released
    await route.continue()
  })
  const { reply, edit } = await typeBeside(page, db, post)
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Reply and approve' }).click()
  await caseOf(page, 'Bo').getByRole('button', { name: 'Save the text' }).click()
  await reply.fill(`${half} The other half.`)
  await edit.fill(`${half} The other half.`)
  release()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(2)
  await expect(edit).toHaveValue(`${half} The other half.`)
  await expect(edit).toBeFocused()
  await page.goto(inboxOf(post, '&tab=published'))
  await expect(reply).toHaveValue(`${half} The other half.`)
})

test('an edit that was not saved outlives a change of its text, and says so', async ({ page, db, post }) => {
  const { edit } = await typeBeside(page, db, post)
  const changed = { body: `Changed meanwhile. ${post.words}`, editedAt: new Date() }
  await db
    .update(comments)
    .set(changed)
    .where(and(eq(comments.postId, post.slug), eq(comments.name, 'Bo')))
  await page.goto(inboxOf(post))
  await expect(edit).toHaveValue(half)
  await expect(caseOf(page, 'Bo')).toContainText('The text was changed since.')
  await caseOf(page, 'Bo').getByRole('button', { name: 'Discard' }).click()
  await expect(edit).toHaveValue(changed.body)
})

test('it outlives the sign-in, and the author who signs in again finds it', async ({
  page,
  context,
  db,
  post,
}) => {
  const token = await signInAs(context, db)
  const { reply } = await typeBeside(page, db, post)
  await db.delete(studioSessions).where(eq(studioSessions.tokenHash, hashOf(token)))
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Reply and approve' }).click()
  await expect(signInForm(page).password).toBeVisible()
  await signInAs(context, db)
  await page.goto(inboxOf(post))
  await expect(reply).toHaveValue(half)
})

test('whoever signs out is asked first, and leaves nothing of it behind', async ({
  page,
  context,
  db,
  post,
}) => {
  const fields = await typeBeside(page, db, post)
  const question = page.getByRole('dialog', { name: 'Some words are not sent' })
  for (const address of [null, '/studio/sessions']) {
    if (address) await page.goto(address)
    for (const button of await page
      .getByRole('main')
      .or(page.getByRole('navigation'))
      .getByRole('button', { name: /^Sign out( everywhere)?$/ })
      .all()) {
      await button.click()
      await expect(question.getByRole('button', { name: 'Stay signed in' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(question).toHaveCount(0)
    }
  }
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await question.getByRole('button', { name: 'Sign out and forget them' }).click()
  await expect(signInForm(page).password).toBeVisible()
  await signInAs(context, db)
  await page.goto(inboxOf(post))
  await expect(fields.reply).toHaveValue('')
  await expect(fields.edit).not.toHaveValue(half)
  await expect(fields.letter).toHaveValue('')
})

test('nor does whoever signs out before the scripts have come', async ({ page, db, post }) => {
  await typeBeside(page, db, post)
  const release = await holdScripts(page)
  await page.goto(inboxOf(post), { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(signInForm(page).password).toBeVisible()
  release()
  await expect.poll(() => page.evaluate("localStorage.getItem('studio-words')")).toBeNull()
})

test('a letter to somebody who wrote to the author alone is kept for a day', async ({ page, db, post }) => {
  const { reply, letter } = await typeBeside(page, db, post)
  await page.clock.setFixedTime(Date.now() + 25 * 60 * 60 * 1000)
  await page.goto(inboxOf(post))
  await expect(reply).toHaveValue(half)
  await expect(letter).toHaveValue('')
})

test('what was typed is discarded, and then other things can be done', async ({ page, db, post }) => {
  const { edit } = await typeBeside(page, db, post)
  const comment = caseOf(page, 'Bo')
  await comment.getByRole('button', { name: 'Discard' }).click()
  await expect(edit).toBeFocused()
  await expect(edit).not.toHaveValue(half)
  await expect(comment.getByText('Draft saved')).toHaveCount(0)
  await comment.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(comment).toHaveCount(0)
})

test('a reply that is taken back can be mended, and one that is sent leaves an empty field', async ({
  page,
  db,
  post,
}) => {
  await writeWaiting(db, post, [{ name: 'Ilka' }])
  await page.goto(inboxOf(post))
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByText('Approved Ilka’s comment.')).toBeVisible()
  await page.goto(inboxOf(post, '&tab=published'))
  const field = caseOf(page, 'Ilka').getByLabel('Your reply to Ilka')
  await openField(caseOf(page, 'Ilka'), 'Reply')
  await field.fill(`${half} ${post.words}`)
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Post the reply' }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await expect(field).toHaveValue('')
  await undo.click()
  await expect(field).toHaveValue(`${half} ${post.words}`)
})
