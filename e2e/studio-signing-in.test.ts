import type { Page } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { rateLimits, studioSessions } from '../db/schema'
import { siteInUse } from './site-in-use'
import {
  forgetGuesses,
  hashOf,
  isKnown,
  putToken,
  signInAs,
  signInForm,
  studioPassword,
  ticketOf,
  tokenOf,
} from './studio'
import { expect, test } from './test'

test.beforeEach(async ({ db }) => {
  await forgetGuesses(db)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the author signs in, is where they wanted to be, and signs out', async ({ page, context, db }) => {
      await page.goto('/studio/sessions')
      await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
      await signInForm(page).signIn(studioPassword)
      await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: 'This browser' })).toContainText('Chrome on')

      const token = (await tokenOf(context)) ?? ''
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
      expect(await tokenOf(context)).toBeUndefined()
      expect(await isKnown(db, token)).toBe(false)
      await test.step('the old token opens nothing', async () => {
        await putToken(context, token)
        await page.goto('/studio')
        await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
      })
    })

    test('a wrong password is told so, and nobody is let in', async ({ page, context, blog }) => {
      await page.goto('/studio/sign-in')
      const form = signInForm(page)
      await form.signIn('seven odd buttons in a tim')
      await expect(form.problem).toBeFocused()
      await expect(form.problem.getByRole('link', { name: 'That is not the password' })).toBeVisible()
      await expect(page).toHaveTitle(`Error: Sign in · ${blog.name} Studio`)
      await expect(form.password).toHaveAttribute('aria-invalid', 'true')
      await expect(form.password).toHaveValue('')
      await form.problem.getByRole('link').click()
      await expect(form.password).toBeFocused()
      expect(await tokenOf(context)).toBeUndefined()
    })

    test('signing out everywhere ends every browser, from another one', async ({
      page,
      context,
      db,
      anotherReader,
    }) => {
      await signInAs(context, db, 'Firefox on Windows')
      await signInAs(anotherReader.context(), db, 'Safari on an iPhone')
      await page.goto('/studio')
      await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()

      await anotherReader.goto('/studio/sessions')
      await expect(anotherReader.getByText('Firefox on Windows').first()).toBeVisible()
      await anotherReader.getByRole('button', { name: 'Sign out everywhere' }).click()
      await expect(anotherReader.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()

      await page.reload()
      await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
      expect(await db.$count(studioSessions)).toBe(0)
    })
  })
}

test.describe('while the database is away', () => {
  test.use({ allowedErrors: [/500|503/] })

  test('the buttons that sign out say so in their place, and the page stays', async ({
    page,
    context,
    db,
  }) => {
    await signInAs(context, db)
    await page.goto('/studio/sessions')
    const kept = () => page.evaluate("localStorage.getItem('studio-words')")
    await page.evaluate("localStorage.setItem('studio-words', '{}')")
    await db.execute(sql`alter table studio_sessions rename to sessions_away`)
    try {
      for (const name of ['Sign out', 'Sign out everywhere', 'Sign out Firefox on Linux']) {
        await page.getByRole('button', { name, exact: true }).click()
        const problem = page
          .locator('form')
          .filter({ has: page.getByRole('button', { name, exact: true }) })
          .getByRole('alert')
        await expect(problem).toHaveText(/^The database does not answer just now/)
      }
      await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()
      expect(await kept(), 'nothing that was typed is forgotten yet').toBe('{}')
    } finally {
      await db.execute(sql`alter table sessions_away rename to studio_sessions`)
    }
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await expect.poll(kept).toBeNull()

    // From elsewhere that address is nobody's who has signed out.
    await page.evaluate("localStorage.setItem('studio-words', '{}')")
    await page.goto('/studio/sign-in?left=1')
    await page.waitForLoadState('networkidle')
    expect(await kept()).toBe('{}')
  })
})

test('one browser is signed out from another, and that one stays', async ({
  page,
  context,
  db,
  anotherReader,
}) => {
  await signInAs(context, db)
  const lost = await signInAs(anotherReader.context(), db, 'Opera on Android')
  await page.goto('/studio/sessions')
  await page.getByRole('button', { name: 'Sign out Opera on Android' }).click()
  await expect(page.getByText('Opera on Android')).toHaveCount(0)
  expect(await isKnown(db, lost)).toBe(false)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  const told = (reader: Page) => reader.getByText('You were signed out. Sign in to go on.')
  await expect(signInForm(page).password).toBeVisible()
  await expect(told(page)).toHaveCount(0)
  await anotherReader.goto('/studio/people')
  await expect(told(anotherReader)).toBeVisible()
})

test('signing out everywhere, every other browser is a stranger again, and the one that does it is not', async ({
  page,
  context,
  db,
}) => {
  await page.goto('/studio/sessions')
  await signInForm(page).signIn(studioPassword)
  await expect(page.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible()
  const old = await ticketOf(context)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  const own = await ticketOf(context)
  expect(own?.value).not.toBe(old?.value)
  const guessesOf = async (ticket: typeof own) => {
    await context.addCookies(ticket ? [ticket] : [])
    await signInForm(page).signIn('a wrong one, twelve letters')
    await expect(signInForm(page).problem).toContainText('That is not the password')
    await expect(signInForm(page).password).toHaveValue('')
    const rows = await db.select({ bucket: rateLimits.bucket }).from(rateLimits)
    return rows.filter(({ bucket }) => bucket === `sign-in by device ${ticket?.value.split('.')[0]}`).length
  }
  expect(await guessesOf(old)).toBe(0)
  expect(await guessesOf(own)).toBe(1)
})

test('every sign-in has a token of its own, and the one before opens nothing', async ({
  page,
  context,
  db,
}) => {
  await page.goto('/studio/sign-in')
  await putToken(context, 'chosen-by-somebody-else')
  await signInForm(page).signIn(studioPassword)
  await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
  const first = (await tokenOf(context)) ?? ''
  expect(first).toMatch(/^[\w-]{43}$/)

  await test.step('again, from a form that was open in the same browser', async () => {
    await db.update(studioSessions).set({ activeAt: new Date(0) })
    await page.goto('/studio/sign-in')
    await db.update(studioSessions).set({ activeAt: new Date() })
    await signInForm(page).signIn(studioPassword)
    await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
    expect(await tokenOf(context)).not.toBe(first)
    expect(await isKnown(db, first)).toBe(false)
  })
})

test('a link that leads elsewhere after signing in is not followed', async ({ page, baseURL }) => {
  await page.goto('/studio/sign-in?next=//evil.example/studio')
  await signInForm(page).signIn(studioPassword)
  await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
  expect(page.url()).toBe(`${baseURL}/studio`)
})

test('what is kept of a sign-in is the hash of its token and words of ours', async ({
  page,
  context,
  db,
}) => {
  await page.goto('/studio/sign-in')
  await signInForm(page).signIn(studioPassword)
  await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
  const token = (await tokenOf(context)) ?? ''
  const rows = await db.select().from(studioSessions)
  expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashOf(token))
  const kept = JSON.stringify(rows)
  expect(kept).not.toContain(token)
  expect(kept).not.toMatch(/Mozilla|127\.0\.0\.1|::1/)
  const cookie = (await context.cookies()).find(({ name }) => name === 'studio')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('whoever comes to sign in by another address of this machine is led to the right one', async ({
  page,
}) => {
  const { origin, port } = new URL(siteInUse().url)
  await page.goto(`http://127.0.0.1:${port}/studio/sign-in?next=%2Fstudio%2Flog`)
  await expect(page.getByRole('alert').filter({ hasText: 'this is another. Go on at' })).toBeVisible()
  await expect(page.getByLabel('Password')).toHaveCount(0)
  await page.getByRole('link', { name: origin }).click()
  await expect(page).toHaveURL(`${origin}/studio/sign-in?next=%2Fstudio%2Flog`)
  await signInForm(page).signIn(studioPassword)
  await expect(page.getByRole('heading', { name: 'Log', level: 1 })).toBeVisible()
})
