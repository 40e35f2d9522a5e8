import { eq } from 'drizzle-orm'
import { settings } from '../db/schema'
import { commentForm } from './comment-form'
import { siteInUse } from './site-in-use'
import { cookieOf, openStudioForm, sendForm, signInAs } from './studio'
import { expect, test } from './test'

test('the author pauses comments on every post, and lets them in again', async ({
  page,
  context,
  db,
  post,
}) => {
  await signInAs(context, db)
  try {
    await page.goto('/studio/rules')
    await page.getByRole('button', { name: 'Pause comments everywhere' }).click()
    await expect(page.getByRole('heading', { name: 'Comments are paused' })).toBeVisible()
    await page.goto(post.path)
    await expect(page.getByText('Comments are having a rest just now, on every post.')).toBeVisible()
    await expect(commentForm(page).button).toHaveCount(0)

    await page.goto('/studio/rules')
    await page.getByRole('button', { name: 'Let comments in again' }).click()
    await expect(page.getByRole('heading', { name: 'Comments are open' })).toBeVisible()
    await page.goto(post.path)
    await expect(commentForm(page).button).toBeVisible()
  } finally {
    await db.delete(settings).where(eq(settings.name, 'pause'))
  }
})

test('a form that says neither on nor off changes nothing', async ({ context, db }) => {
  const { url } = siteInUse()
  const token = await signInAs(context, db)
  const form = await openStudioForm(`${url}/studio/rules`, 'Pause comments everywhere', token)
  const hidden = form.hidden.filter(([name]) => name !== 'pause')
  const answer = await sendForm({ ...form, hidden }, {}, { ...cookieOf(token), origin: url })
  expect(answer.status).toBe(303)
  expect(await db.$count(settings, eq(settings.name, 'pause'))).toBe(0)
})
