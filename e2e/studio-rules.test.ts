import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { settings } from '../db/schema'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { signInAs } from './studio'
import { caseOf, inboxOf, stateOf, writeWaiting } from './studio-inbox'
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
        await expect(page.getByText('Kept. The next comment is decided by these.')).toBeVisible()
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
  })
}

test('rules that cannot be are named, and all that was typed stays', async ({ page, context, db }) => {
  const rules = () => db.select().from(settings).where(eq(settings.name, 'rules'))
  const before = await rules()
  await signInAs(context, db)
  await page.goto('/studio/rules')
  await page.getByLabel('Hold comments with this many links').fill('none')
  await page.getByLabel('First comments wait').check()
  await addWord(page, 'quobblestitch')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Enter whole numbers')
  await expect(page.getByLabel('Hold comments with this many links')).toHaveValue('none')
  await expect(page.getByLabel('First comments wait')).toBeChecked()
  await expect(page.getByLabel(holdWords)).toHaveValue(/\nquobblestitch$/)
  expect(await rules()).toEqual(before)
})

test('what was decided is taken back from the log', async ({ page, context, db, post }) => {
  await signInAs(context, db)
  const [waiting] = await writeWaiting(db, post, [{ name: 'Ilka' }])
  const id = waiting?.id ?? ''
  await page.goto(inboxOf(post))
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Spam', exact: true }).click()
  await expect.poll(async () => (await stateOf(db, id))?.status).toBe('spam')
  await page.goto('/studio/log')
  const line = page
    .getByRole('listitem')
    .filter({ hasText: 'Put into Spam: Ilka' })
    .filter({ hasText: post.title })
  await line.getByRole('button', { name: 'Undo' }).click()
  await expect(line).toContainText('Taken back')
  expect(await stateOf(db, id)).toMatchObject({ status: 'held', reasons: ['first-comment'] })
})
