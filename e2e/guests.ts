import { createHmac, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { eq, sql } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import type { Db } from '../db/client'
import { guests, letterKeys, secrets } from '../db/schema'
import { openPlainForm, postPlainly, readHidden } from './plain-form'
import { siteInUse } from './site-in-use'
import { hashOf, sendForm } from './studio'
import { expect, type FixturePost } from './test'

/** Somebody who comments with an address that nobody else has. */
export type Person = { name: string; email: string; website: string }

export function makePerson(name = 'Wren'): Person {
  const mark = randomBytes(6).toString('hex')
  const first = name.toLowerCase()
  return { name, email: `${first}-${mark}@example.com`, website: `https://${first}-${mark}.example/` }
}

/** Says something under a post as this person, and gives where that led. */
export async function say(
  post: FixturePost,
  person: Person,
  body: string,
  more: Record<string, string> = {},
) {
  const form = await openPlainForm(siteInUse().url + post.path)
  const answer = await postPlainly(form, { ...person, body, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')
}

/** The hash of an address, as it is stored. */
export async function keyOf(db: Db, { email }: Person): Promise<string> {
  const [secret] = await db.select().from(secrets).where(eq(secrets.name, 'people'))
  if (!secret) throw new Error('Nobody has commented yet.')
  return createHmac('sha256', secret.value).update(email).digest('hex')
}

/** The letters that were written to somebody, in no order. */
export async function lettersTo({ email }: Person) {
  const folder = join(siteInUse().folder, 'data', 'letters')
  const files = await readdir(folder).catch(() => [])
  const letters = await Promise.all(
    files.map(async (file) => simpleParser(await readFile(join(folder, file)))),
  )
  return letters.filter(({ to }) => JSON.stringify(to ?? '').includes(email))
}

/** The way in, out of the one letter that somebody got. */
export async function linkFor(person: Person): Promise<string> {
  await expect.poll(async () => (await lettersTo(person)).length).toBe(1)
  const [letter] = await lettersTo(person)
  const link = /http\S+\/my-comments\/[\w-]{43}/.exec(letter?.text ?? '')?.[0]
  if (!link) throw new Error(`The letter holds no link: ${letter?.text}`)
  expect(letter?.html).toContain(link)
  return link
}

/** A key of somebody for one purpose, as if a letter had brought it; gives its token. */
export async function addKey(db: Db, person: Person, purpose: 'own' | 'visit' | 'feed'): Promise<string> {
  const key = await keyOf(db, person)
  const proved = { email: person.email, confirmedAt: new Date() }
  await db
    .insert(guests)
    .values({ key, ...proved })
    .onConflictDoUpdate({ target: guests.key, set: proved })
  const token = randomBytes(32).toString('base64url')
  await db
    .insert(letterKeys)
    .values({ hash: hashOf(token), purpose, guestKey: key, expiresAt: sql`now() + interval '1 hour'` })
  return token
}

/** Lets this browser read the comments of somebody; gives the token of the visit. */
export async function visitAs(context: BrowserContext, db: Db, person: Person): Promise<string> {
  const token = await addKey(db, person, 'visit')
  const url = `${siteInUse().url}/my-comments`
  await context.addCookies([{ name: 'guest', value: token, url, httpOnly: true, sameSite: 'Strict' }])
  return token
}

/** What the form of a guest's page sends whose button says this, as a browser without JavaScript would. */
export async function openGuestForm(path: string, button: string, token?: string, site = siteInUse().url) {
  const url = site + path
  const html = await (await fetch(url, { headers: cookieOf(token) })).text()
  const form = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((each) => each.includes(`>${button}<`))
  if (!form) throw new Error(`There is no form to ${button} on ${url}.`)
  return { url, hidden: readHidden(form) }
}

/** Sends such a form as somebody with this visit, from a page of ours unless `headers` say otherwise. */
export function sendAs(
  form: Parameters<typeof sendForm>[0],
  typed: Record<string, string>,
  token: string | undefined,
  headers: Record<string, string> = { origin: siteInUse().url },
) {
  return sendForm(form, typed, { ...headers, ...cookieOf(token) })
}

function cookieOf(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { cookie: `guest=${token}` }
}
