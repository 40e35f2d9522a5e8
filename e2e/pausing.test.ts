import { eq } from 'drizzle-orm'
import { settings } from '../db/schema'
import { commentForm } from './comment-form'
import { addLastWord } from './conversation'
import { siteInUse } from './site-in-use'
import { cookieOf, openStudioForm, sendForm, signInAs } from './studio'
import { expect, test } from './test'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the author pauses comments on every post, and lets them in again', async ({
      page,
      context,
      db,
      post,
    }) => {
      await addLastWord(db, post)
      await signInAs(context, db)
      const reply = page.getByRole('link', { name: 'Reply to Wren' })
      try {
        await page.goto('/studio/rules')
        await page.getByRole('button', { name: 'Pause comments everywhere' }).click()
        await expect(page.getByRole('heading', { name: 'Comments are paused' })).toBeVisible()
        for (const end of ['', '/comments/newest/1']) {
          await page.goto(post.path + end)
          await expect(page.getByText('Comments are having a rest just now, on every post.')).toBeVisible()
          await expect(commentForm(page).button).toHaveCount(0)
          await expect(reply).toHaveCount(0)
        }
        await page.goto('/studio')
        await expect(page.getByText('Comments are paused on all posts.')).toBeVisible()

        await page.goto('/studio/rules')
        await page.getByRole('button', { name: 'Let comments in again' }).click()
        await expect(page.getByRole('heading', { name: 'Comments are open' })).toBeVisible()
        for (const end of ['', '/comments/newest/1']) {
          await page.goto(post.path + end)
          await expect(commentForm(page).button).toBeVisible()
          await expect(reply).toBeVisible()
        }
      } finally {
        await db.delete(settings).where(eq(settings.name, 'pause'))
      }
    })
  })
}

test('a form that says neither on nor off changes nothing', async ({ context, db }) => {
  const { url } = siteInUse()
  const token = await signInAs(context, db)
  const form = await openStudioForm(`${url}/studio/rules`, 'Pause comments everywhere', token)
  const hidden = form.hidden.filter(([name]) => name !== 'pause')
  const answer = await sendForm({ ...form, hidden }, {}, { ...cookieOf(token), origin: url })
  expect(answer.status).toBe(303)
  expect(await db.$count(settings, eq(settings.name, 'pause'))).toBe(0)
})
