import { randomBytes } from 'node:crypto'
import type { Db } from '../db/client'
import { studioKeys, studioSessions } from '../db/schema'
import {
  forgetGuesses,
  forgetInvitation,
  hashOf,
  passwordForm,
  signInForm,
  studioPassword,
  tokenOf,
} from './studio'
import { expect, test } from './test'

/** As the starter does when there is no password; which one holds meanwhile makes no difference. */
async function invite(db: Db, expiresAt = new Date(Date.now() + 60_000)): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await forgetInvitation(db)
  await db.insert(studioKeys).values({ kind: 'invitation', hash: hashOf(token), expiresAt })
  return `/studio/set-password?token=${token}`
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the author sets a password by the one-time address, once, and signs in with it', async ({
      page,
      context,
      db,
      anotherReader,
    }) => {
      await forgetGuesses(db)
      const address = await invite(db)
      await page.goto(address)
      await page.reload()
      const form = passwordForm(page)
      await form.set(studioPassword, studioPassword)
      await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
      expect(page.url()).not.toContain('token')
      expect(await tokenOf(context)).toMatch(/^[\w-]{43}$/)

      await anotherReader.goto(address)
      await expect(anotherReader.getByRole('heading', { name: 'This address is used up' })).toBeVisible()
      await anotherReader.getByRole('main').getByRole('link', { name: 'sign in' }).click()
      await signInForm(anotherReader).signIn(studioPassword)
      await expect(anotherReader.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
      expect(await db.$count(studioSessions)).toBe(2)
    })

    test('a password that will not do is told so beside its field, and the address stays open', async ({
      page,
      db,
      blog,
    }) => {
      await page.goto(await invite(db))
      const form = passwordForm(page)
      await form.set('short', 'short')
      await expect(form.problem).toBeFocused()
      await expect(page).toHaveTitle(`Error: Set your password · ${blog.name} Studio`)
      await expect(form.password).toHaveAccessibleDescription(/Use 12 characters or more/)
      await form.set(studioPassword, `${studioPassword}s`)
      await expect(form.again).toHaveAccessibleDescription('Type the same password in both fields')
      await expect(form.problem).toBeFocused()
      await form.set(studioPassword, studioPassword)
      await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
    })
  })
}

test('an address that is too old, was used meanwhile or was made up sets nothing', async ({ page, db }) => {
  for (const address of [
    await invite(db, new Date(0)),
    '/studio/set-password?token=made-up',
    '/studio/set-password',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'This address is used up' })).toBeVisible()
    await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
  }
  await page.goto(await invite(db))
  const form = passwordForm(page)
  await forgetInvitation(db)
  await form.set('somebody else’s password', 'somebody else’s password')
  await expect(form.problem).toContainText('This address opens nothing any more')
  await forgetGuesses(db)
  await page.goto('/studio/sign-in')
  await signInForm(page).signIn(studioPassword)
  await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
})
