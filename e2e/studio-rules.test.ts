import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { settings } from '../db/schema'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { signInAs } from './studio'
import { caseOf, inboxOf, openField, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'

const holdWords = 'Words that hold a comment'

/** Adds a word that no other test uses to the list, by the form. */
async function addWord(page: Page, word: string) {
  const list = page.getByLabel(holdWords)
  await list.fill(`${await list.inputValue()}\n${word}`)
  await page.getByRole('button', { name: 'Keep these rules' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a word on the list holds the next comment that has it', async ({ page, context, db, post }) => {
      const before = await db.select().from(settings).where(eq(settings.name, 'rules'))
      await signInAs(context, db)
      const word = javaScriptEnabled ? 'quibblestitch' : 'quabblestitch'
      try {
        await page.goto('/studio/rules')
        await addWord(page, word)
        await expect(page.getByText('Kept. The next comment is decided by these.')).toBeInViewport()
        await expect(page.getByLabel(holdWords)).toHaveValue(new RegExp(`\\n${word}$`))

        // The author's own comments are not held: it is a stranger who writes.
        await context.clearCookies()
        await page.goto(post.path)
        await commentForm(page).post({ body: `${post.words} A ${word}, no less.`, name: 'Ilka' })
        await expect
          .poll(() => listRows(db, post))
          .toMatchObject([{ status: 'held', reasons: expect.arrayContaining([`hold-word: ${word}`]) }])
      } finally {
        for (const { name, value } of before)
          await db.update(settings).set({ value }).where(eq(settings.name, name))
      }
    })

    test('each mistake is said at its field, and all that was typed stays', async ({
      page,
      context,
      db,
      blog,
    }) => {
      const rules = () => db.select().from(settings).where(eq(settings.name, 'rules'))
      const before = await rules()
      await signInAs(context, db)
      await page.goto('/studio/rules?kept=rules')
      await page.getByLabel('Hold comments with this many links').fill('none')
      await page.getByLabel('Written in fewer seconds').fill('-1')
      await page.getByLabel('First comments wait').check()
      await addWord(page, 'quobblestitch')
      const summary = page.getByRole('region', { name: 'There is a problem' })
      await expect(summary).toBeFocused()
      await expect(page).toHaveTitle(`Error: Rules · ${blog.name} Studio`)
      await expect(summary.getByRole('listitem')).toHaveText([
        'Enter a whole number of links, from 1 on',
        'Enter a number of seconds, from 0 to 3600',
      ])
      await expect(page.getByText('Kept.')).toHaveCount(0)
      const links = page.getByLabel('Hold comments with this many links')
      await expect(links).toHaveAccessibleDescription('Enter a whole number of links, from 1 on')
      await expect(links).toHaveAttribute('aria-invalid', 'true')
      await expect(page.getByLabel(holdWords)).not.toHaveAttribute('aria-invalid')
      await summary.getByRole('link', { name: 'whole number of links' }).click()
      await expect(links).toBeFocused()
      await expect(links).toHaveValue('none')
      await expect(page.getByLabel('Written in fewer seconds')).toHaveValue('-1')
      await expect(page.getByLabel('First comments wait')).toBeChecked()
      await expect(page.getByLabel(holdWords)).toHaveValue(/\nquobblestitch$/)
      expect(await rules()).toEqual(before)
    })

    test('what was mended is kept, and no mistake is told any more', async ({ page, context, db }) => {
      const before = await db.select().from(settings).where(eq(settings.name, 'rules'))
      await signInAs(context, db)
      const minutes = page.getByLabel('within so many minutes')
      const keep = page.getByRole('button', { name: 'Keep these rules' })
      const summary = page.getByRole('region', { name: 'There is a problem' })
      try {
        await page.goto('/studio/rules')
        const kept = await minutes.inputValue()
        for (const again of [false, true]) {
          await minutes.fill('')
          await keep.click()
          await expect(minutes, `again: ${again}`).toHaveAccessibleDescription(/whole number of minutes/)
          await minutes.fill(kept)
          await keep.click()
          await expect(page.getByText('Kept. The next comment is decided by these.')).toBeVisible()
          await expect(summary).toHaveCount(0)
          await expect(minutes).toHaveValue(kept)
        }
      } finally {
        for (const { name, value } of before)
          await db.update(settings).set({ value }).where(eq(settings.name, name))
      }
    })
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an approval is taken back from the log with the reply that came with it', async ({
      page,
      context,
      db,
      post,
    }) => {
      await signInAs(context, db)
      await writeWaiting(db, post, [{ name: 'Halla' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Halla')
      await openField(comment, 'Reply and approve')
      await comment.getByLabel('Your reply to Halla').fill('It is still up.')
      await comment.getByRole('button', { name: 'Reply and approve' }).click()
      await expect(page.getByText('Your reply to Halla is on the page now.')).toBeVisible()
      await expect(async () => {
        await page.goto(post.path)
        await expect(page.getByText('It is still up.')).toBeVisible({ timeout: 500 })
      }).toPass()
      await page.goto('/studio/log')
      const line = page
        .getByRole('listitem')
        .filter({ hasText: 'Published: Halla' })
        .filter({ hasText: post.title })
      await line.getByRole('button', { name: 'Undo' }).click()
      await expect(line).toContainText('Taken back')
      expect(await listRows(db, post)).toMatchObject([{ status: 'held' }, { status: 'removed' }])
      await expect(async () => {
        await page.goto(post.path)
        await expect(page.getByText('It is still up.')).toHaveCount(0, { timeout: 500 })
      }).toPass()
    })
  })
}

test('what was decided is taken back from the log', async ({ page, context, db, post }) => {
  await signInAs(context, db)
  const [waiting] = await writeWaiting(db, post, [{ name: 'Ilka' }])
  const id = waiting?.id ?? ''
  await page.goto(inboxOf(post))
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Spam', exact: true }).click()
  await expect.poll(async () => (await stateOf(db, id))?.status).toBe('spam')
  await page.goto(inboxOf(post, '&tab=spam'))
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Bin', exact: true }).click()
  await expect.poll(async () => (await stateOf(db, id))?.status).toBe('removed')
  await page.goto('/studio/log')
  const lineOf = (deed: string) =>
    page
      .getByRole('listitem')
      .filter({ hasText: `${deed}: Ilka` })
      .filter({ hasText: post.title })
  const [spam, bin] = [lineOf('Put into Spam'), lineOf('Put into the bin')]
  await expect(spam, 'what cannot be done is not offered').toContainText(
    'Overtaken by what was done to it since.',
  )
  await expect(spam.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect(bin).not.toContainText('Overtaken')
  for (const line of [bin, spam]) {
    await line.getByRole('button', { name: 'Undo' }).click()
    await expect(line).toContainText('Taken back')
    await expect(line).not.toContainText('Overtaken')
  }
  expect(await stateOf(db, id)).toMatchObject({ status: 'held', reasons: ['first-comment'] })
})
