import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { eq, like } from 'drizzle-orm'
import type { Db } from '../db/client'
import { rateLimits, studioKeys, studioSessions } from '../db/schema'
import { type PlainForm, readHidden } from './plain-form'
import { siteInUse } from './site-in-use'

/** The author's password on the site under test. */
export const studioPassword = 'seven odd buttons in a tin'

/** A session of the author, made without asking for the password, which may be asked for ten times in a while. */
export async function addSession(
  db: Db,
  device = 'Firefox on Linux',
): Promise<{ id: string; token: string }> {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  await db.insert(studioSessions).values({ id, tokenHash: hashOf(token), device })
  return { id, token }
}

/** Signs a browser in as the author, in the same way. */
export async function signInAs(context: BrowserContext, db: Db, device?: string) {
  const { token } = await addSession(db, device)
  await putToken(context, token)
  return token
}

/** The form that asks for the password, by the words that stand in it. */
export function signInForm(page: Page) {
  const password = page.getByLabel('Password', { exact: true })
  return {
    password,
    problem: page.getByRole('region', { name: 'There is a problem' }),
    async signIn(typed: string) {
      await password.fill(typed)
      await page.getByRole('button', { name: 'Sign in' }).click()
    },
  }
}

/** The author's token in this browser; undefined in a stranger's. */
export async function tokenOf(context: BrowserContext): Promise<string | undefined> {
  return (await context.cookies()).find(({ name }) => name === 'studio')?.value
}

/** The cookie of a browser that the author signed in with once; undefined in a stranger's. */
export async function ticketOf(context: BrowserContext) {
  return (await context.cookies()).find(({ name }) => name === 'studio-device')
}

export async function putToken(context: BrowserContext, token: string) {
  const { url } = siteInUse()
  await context.addCookies([{ name: 'studio', value: token, url, httpOnly: true, sameSite: 'Lax' }])
}

/** Whether a session of this token is stored. */
export async function isKnown(db: Db, token: string): Promise<boolean> {
  return (await db.$count(studioSessions, eq(studioSessions.tokenHash, hashOf(token)))) > 0
}

/** Takes back the one-time address for setting a password. */
export async function forgetInvitation(db: Db) {
  await db.delete(studioKeys).where(eq(studioKeys.kind, 'invitation'))
}

/** As if nobody had tried to sign in lately. */
export async function forgetGuesses(db: Db) {
  await db.delete(rateLimits).where(like(rateLimits.bucket, 'sign-in by %'))
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The form that sets a password. */
export function passwordForm(page: Page) {
  const password = page.getByLabel('Password', { exact: true })
  const again = page.getByLabel('The same again')
  return {
    password,
    again,
    problem: page.getByRole('region', { name: 'There is a problem' }),
    async set(typed: string, typedAgain: string) {
      await password.fill(typed)
      await again.fill(typedAgain)
      await page.getByRole('button', { name: 'Set password' }).click()
    },
  }
}

/** What the form of a studio page sends whose button says this, as a browser without JavaScript would. */
export async function openStudioForm(url: string, button: string, token?: string) {
  const html = await (await fetch(url, { headers: cookieOf(token) })).text()
  const form = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((each) => each.includes(`>${button}<`))
  if (!form) throw new Error(`There is no form to ${button} on ${url}.`)
  return { url, hidden: readHidden(form) }
}

export function cookieOf(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { cookie: `studio=${token}` }
}

/** Posts a form as a browser without JavaScript would, without following where the answer leads. */
export function sendForm(form: PlainForm, typed: Record<string, string>, headers: Record<string, string>) {
  const body = new FormData()
  for (const [name, value] of [...form.hidden, ...Object.entries(typed)]) body.append(name, value)
  return fetch(form.url, { method: 'POST', body, headers, redirect: 'manual' })
}
