import { getTableName } from 'drizzle-orm'
import type { Db } from '../db/client'
import { rateLimits, secrets, studioKeys, studioSessions } from '../db/schema'
import { everyRow } from '../db/testing/every-row'
import { fixtureSlug } from './fixture-posts'
import { listForgeries } from './forgeries'
import type { PlainForm } from './plain-form'
import { siteInUse } from './site-in-use'
import { cookieOf, forgetGuesses, openStudioForm, sendForm, signInAs, studioPassword } from './studio'
import { expect, test } from './test'

const { url: site } = siteInUse()

/** What these requests to the studio could change, and readers who write meanwhile do not. */
async function rowsOfStudio(db: Db) {
  const rows = await everyRow(db)
  const tables = [studioKeys, studioSessions, secrets, rateLimits].map(getTableName)
  return Object.fromEntries(tables.map((name) => [name, rows[name]]))
}

/** The id under which a script calls the form's action. */
function actionOf({ hidden }: PlainForm): string {
  const id = /(?:ACTION_ID_|"id":")([0-9a-f]{40,})/.exec(hidden.flat().join('\n'))?.[1]
  if (!id) throw new Error('The form names no action.')
  return id
}

for (const [kind, headers] of Object.entries(listForgeries(site))) {
  test(`a request ${kind} is refused by the studio, and nothing is written`, async ({ db, context }) => {
    const token = await signInAs(context, db)
    await forgetGuesses(db)
    const forms = [
      await openStudioForm(`${site}/studio/sign-in`, 'Sign in'),
      await openStudioForm(`${site}/studio/sessions`, 'Sign out', token),
      await openStudioForm(`${site}/studio/sessions`, 'Sign out everywhere', token),
    ]
    const before = await rowsOfStudio(db)
    for (const form of forms) {
      const plain = await sendForm(form, { password: studioPassword }, { ...headers, ...cookieOf(token) })
      expect([form.url, plain.status, plain.headers.get('set-cookie')]).toEqual([form.url, 403, null])
      const scripted = await fetch(form.url, {
        method: 'POST',
        body: '[]',
        headers: { ...headers, ...cookieOf(token), 'next-action': actionOf(form) },
      })
      expect(scripted.status).toBe(403)
      await test.step('by way of a reader’s page', async () => {
        const { host } = new URL(site)
        for (const path of ['/', `/posts/${fixtureSlug(1)}`]) {
          const forwarded = { ...headers, ...cookieOf(token), 'next-action': actionOf(form), host }
          const answer = await fetch(site + path, { method: 'POST', body: '[]', headers: forwarded })
          expect(answer.headers.get('set-cookie')).toBeNull()
          expect(await answer.text()).not.toContain('Sign out everywhere')
        }
      })
    }
    expect(await rowsOfStudio(db)).toEqual(before)
  })
}

test('the same request from a page of ours is taken', async ({ db, context }) => {
  const token = await signInAs(context, db)
  const form = await openStudioForm(`${site}/studio/sessions`, 'Sign out everywhere', token)
  const answer = await sendForm(
    form,
    { password: studioPassword },
    { origin: site, 'sec-fetch-site': 'same-origin', ...cookieOf(token) },
  )
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/studio/sign-in?left=1'])
  expect(await db.$count(studioSessions)).toBe(0)
})

test('a stranger’s request from a page of ours does nothing but ask for the password', async ({
  db,
  context,
}) => {
  const token = await signInAs(context, db)
  const form = await openStudioForm(`${site}/studio/sessions`, 'Sign out everywhere', token)
  for (const forged of [undefined, 'guessed']) {
    const answer = await sendForm(form, { password: studioPassword }, { origin: site, ...cookieOf(forged) })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/studio/sign-in'])
  }
  expect(await db.$count(studioSessions)).toBeGreaterThan(0)
})
