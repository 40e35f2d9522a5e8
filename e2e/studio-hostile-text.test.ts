import type { Page } from '@playwright/test'
import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../db/client'
import { commentContacts, comments, decisions, people } from '../db/schema'
import type { Row } from './conversation'
import { expectHarmless, payloads } from './hostile'
import { cookieOf, signInAs } from './studio'
import { inboxOf, personOf, writeWaiting } from './studio-inbox'
import { expect, type FixturePost, test } from './test'

const bodies = (post: FixturePost) => payloads.map((payload) => `${payload}\n\n${post.words} Why?`)
const everybody = 'one who tried everything'
const lastYear = new Date(Date.now() - 364 * 86_400_000)

/**
 * Each payload twice, in everything a stranger can fill: once in a comment that waits, of a person of its own, and
 * once in a published one, all of those by one person, asking something that nobody has answered for a year.
 */
async function writeHostile(db: Db, post: FixturePost) {
  const latestOf = (payload: string) => ({ blog: payload, title: payload, url: payload })
  const rows = payloads.map(
    (payload, index): Row => ({
      name: payload,
      body: bodies(post)[index] ?? '',
      website: payload,
      swatch: payload,
      reasons: ['first-comment', payload],
      latestPost: latestOf(payload),
      anchor: { exact: payload, prefix: payload, suffix: payload, start: 0, end: 1 },
    }),
  )
  const published = payloads.map(
    (payload, index): Row => ({
      ...rows[index],
      latestPost: { ...latestOf(payload), nowCalled: payload },
      status: 'published',
      number: index + 1,
      publishedAt: lastYear,
    }),
  )
  const stored = await writeWaiting(db, post, [...rows, ...published])
  for (const [index, { id, status, name }] of stored.entries()) {
    const contact = { email: name, ...(status === 'published' ? { emailHash: everybody } : {}) }
    await db.update(commentContacts).set(contact).where(eq(commentContacts.commentId, id))
    // What waits answers what is published.
    const parentId = index < payloads.length ? stored[index + payloads.length]?.id : undefined
    if (parentId) await db.update(comments).set({ parentId }).where(eq(comments.id, id))
  }
  for (const { id } of stored.slice(0, payloads.length)) {
    await db.insert(decisions).values({ commentId: id, verb: 'hold', by: 'author' })
    // Among everybody of this run they would not stand on one page.
    await db.insert(people).values({ key: personOf(id), standing: 'blocked' })
  }
  return stored
}

test.afterEach(async ({ db, post }) => {
  const own = await db.select({ id: comments.id }).from(comments).where(eq(comments.postId, post.slug))
  const ids = own.map(({ id }) => id)
  await db.update(comments).set({ parentId: null }).where(inArray(comments.id, ids))
  await db.delete(comments).where(inArray(comments.id, ids))
  await db.delete(people).where(inArray(people.key, ids.map(personOf)))
})

/** A form that is changed before its script has come is another than the one that the script was made for: it complains. */
async function waitForScript(page: Page) {
  const help = page.getByRole('dialog', { name: 'Keys' })
  await expect(async () => {
    await page.getByRole('button', { name: 'Keys: on (?)' }).click()
    await expect(help).toBeVisible({ timeout: 500 })
  }).toPass()
  await help.getByRole('button', { name: 'Close' }).click()
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

// A breach of the studio's policy complains on the console, and fails the test as any error there does.
test('on no page of the studio is a stranger’s text more than text', async ({ page, context, db, post }) => {
  await signInAs(context, db)
  const [first] = await writeHostile(db, post)
  const lists = [
    inboxOf(post),
    inboxOf(post, '&tab=published'),
    '/studio/waiting',
    '/studio/people?standing=blocked',
    `/studio/people/${encodeURIComponent(everybody)}`,
    '/studio/log',
  ]
  for (const path of lists) {
    await expectHarmless(page, () => page.goto(path))
    const shown = inOneLine((await page.locator('main').textContent()) ?? '')
    for (const payload of payloads) expect(shown, path).toContain(inOneLine(payload))
    expect(await page.evaluate(() => document.cookie)).toBe('')
  }
  await page.goto(inboxOf(post))
  const typed = await page
    .locator('textarea[name=body]')
    .evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : null)),
    )
  expect(typed).toEqual(bodies(post))
  await expectHarmless(page, () =>
    page.goto(`/studio/people/${encodeURIComponent(personOf(first?.id ?? ''))}/erase`),
  )
  await expect(page.getByRole('button', { name: `Erase ${payloads[0]}` })).toBeVisible()
  console.info(
    `T2, T3: ${payloads.length} of ${payloads.length} texts are text on ${lists.length + 1} pages of the studio`,
  )
})

test('the studio gives nothing back from an address but text', async ({ page, context, db }) => {
  const token = await signInAs(context, db)
  const hostile = `"'></textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>`
  const asked = encodeURIComponent(hostile)
  const done = encodeURIComponent(JSON.stringify({ verb: hostile, ids: [hostile] }))
  for (const query of [`search=${asked}`, `tab=${asked}&reason=${asked}&after=${asked}`, `done=${done}`]) {
    await expectHarmless(page, () => page.goto(`/studio?${query}`))
  }
  await expectHarmless(page, () => page.goto(`/studio?search=${asked}`))
  await expect(page.getByLabel('Search names and texts')).toHaveValue(hostile)
  for (const path of ['/sessions', '/log?before=', '/people?after=', '/rules?kept=']) {
    await expectHarmless(page, () => page.goto(`/studio${path}${path.endsWith('=') ? asked : ''}`))
  }
  for (const path of [`/people/${asked}`, `/people/${asked}/erase`]) {
    const answer = await fetch(new URL(`/studio${path}`, page.url()), { headers: cookieOf(token) })
    expect(await answer.text(), path).not.toContain('<img src=x')
  }
})

test('what was typed comes back as text when the studio refuses it', async ({ page, context, db, post }) => {
  await signInAs(context, db)
  await writeHostile(db, post)
  const hostile = `</textarea><script>alert(1)</script><img src=x onerror=alert(1)>`.repeat(200)
  await page.goto(inboxOf(post))
  await waitForScript(page)
  await expectHarmless(page, async () => {
    const answered = page.waitForNavigation()
    await page
      .locator('form.do')
      .first()
      .evaluate((form: HTMLFormElement, body) => {
        for (const [name, value] of [
          ['verb', 'edit'],
          ['body', body],
          ['reply', body],
        ]) {
          const field = form.elements.namedItem(name ?? '')
          if (field instanceof HTMLTextAreaElement) field.value = value ?? ''
          else form.insertAdjacentHTML('beforeend', `<input type="hidden" name="${name}" value="${value}">`)
        }
        // Past our own script, so that the answer is a page of its own.
        form.submit()
      }, hostile)
    await answered
  })
  await expect(page.locator('textarea[name=body]').first()).toHaveValue(hostile)
  await expect(page.locator('textarea[name=reply]').first()).toHaveValue(hostile)
})

test('an export is a file with every word whole, and never a page', async ({ page, context, db, post }) => {
  await signInAs(context, db)
  await writeHostile(db, post)
  const answer = await page.request.get(`/studio/people/${encodeURIComponent(everybody)}/export`)
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="person.json"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  const { comments: told } = await answer.json()
  // They are told in the order they were written, and the first was written last.
  expect(told.toReversed()).toMatchObject(
    payloads.map((payload, index) => ({
      name: payload,
      website: payload,
      body: bodies(post)[index],
      latestPost: { title: payload },
      contact: { email: payload },
    })),
  )
})
