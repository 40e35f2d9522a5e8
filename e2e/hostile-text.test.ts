import { createHash, randomBytes } from 'node:crypto'
import bigList from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import { eq } from 'drizzle-orm'
import { commentContacts, comments } from '../db/schema'
import { commentForm } from './comment-form'
import { listRows, writeRows } from './conversation'
import { expectHarmless, payloads } from './hostile'
import { openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'

test('no comment runs a script, whatever its body, name and website say', async ({
  page,
  db,
  post,
  baseURL,
}) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  for (const payload of payloads) {
    const typed = { body: payload, name: payload.slice(0, 80), email: '' }
    const answer = await postPlainly(form, { ...typed, website: payload })
    // Most are no web address, and refused.
    if (answer.status !== 303) expect((await postPlainly(form, typed)).status, payload).toBe(303)
  }
  expect(await listRows(db, post)).toHaveLength(payloads.length)
  await expectHarmless(page, () => page.goto(`${post.path}/comments/newest/1`))
  await expectHarmless(page, () => page.goto(post.path))
  for (const words of ['<script>alert(1)</script>', '<svg/onload=alert(1)>', '[x](javascript:alert(1))']) {
    await expect(page.getByRole('paragraph').filter({ hasText: words })).not.toHaveCount(0)
  }
  console.info(`T1: ${payloads.length} of ${payloads.length} texts posted as they are, 0 dialogs, 0 handlers`)
})

test('no row runs a script, wherever it came from', async ({ page, db, post }) => {
  await writeRows(
    db,
    post,
    payloads.map((payload) => ({
      body: payload,
      name: payload,
      website: payload,
      swatch: payload,
      latestPost: { blog: payload, title: payload, url: payload },
    })),
  )
  await expectHarmless(page, () => page.goto(`${post.path}/reply/1`))
  await expectHarmless(page, () => page.goto(`${post.path}/comments/newest/1`))
  await expect(page.getByRole('article', { name: /^Comment / })).toHaveCount(payloads.length)
})

test('no row runs a script that is one of the Big List of Naughty Strings', async ({ page, db, post }) => {
  const all = [...new Set(bigList)].filter((text) => text.trim() !== '')
  await writeRows(
    db,
    post,
    all.map((text) => ({
      body: text,
      name: text,
      website: text,
      latestPost: { blog: text, title: text, url: text },
    })),
  )
  let shown = 0
  for (let at = 1; shown < all.length; at += 1) {
    await expectHarmless(page, () => page.goto(`${post.path}/comments/newest/${at}`))
    const here = await page.getByRole('article', { name: /^Comment / }).count()
    expect(here, `page ${at} goes on`).toBeGreaterThan(0)
    shown += here
  }
  expect(shown).toBe(all.length)
  console.info(`T2: ${shown} of ${all.length} strings of the Big List shown, 0 dialogs, 0 handlers`)
})

test('no text runs a script before its writer, in its place, in its form and on its receipt', async ({
  page,
  context,
  db,
  post,
  baseURL,
}) => {
  const secret = randomBytes(32).toString('base64url')
  await context.addCookies([{ name: 'writer', value: secret, url: baseURL ?? '' }])
  const bodies = [...payloads, payloads.join('\n\n')]
  await writeRows(
    db,
    post,
    bodies.map((body, index) => ({
      body,
      name: payloads[index] ?? body,
      website: payloads[index] ?? body,
      swatch: body,
      status: 'held',
      number: null,
      publishedAt: null,
    })),
  )
  const rows = await listRows(db, post)
  const writerHash = createHash('sha256').update(secret).digest('hex')
  await db
    .insert(commentContacts)
    .values(rows.map(({ id, body }) => ({ commentId: id, email: body, writerHash })))
  await page.addInitScript(
    (slug) => localStorage.setItem(`comments-here:${slug}`, '{"here":true}'),
    post.slug,
  )
  await expectHarmless(page, () => page.goto(post.path))
  const own = page.getByRole('article', { name: /^Your comment: / })
  await expect(own).toHaveCount(bodies.length)
  const all = rows.find(({ body }) => body === bodies.at(-1))
  await expectHarmless(page, async () => {
    const whole = page.locator(`#own-${all?.id}`)
    await whole.getByRole('button', { name: 'Edit' }).click()
    await expect(whole.getByLabel('Edit your comment')).toHaveValue(bodies.at(-1) ?? '')
  })
  await expectHarmless(page, () => page.goto(`${post.path}/receipt/${all?.id}`))
  await expect(page.locator('textarea[name=body]')).toHaveValue(bodies.at(-1) ?? '')
  // They would wait in the inbox that other tests look at.
  await db.delete(comments).where(eq(comments.postId, post.slug))
})

for (const javaScriptEnabled of [true, false]) {
  test(`a refused form gives its words back as words, ${javaScriptEnabled ? 'shown' : 'answered'}`, async ({
    page,
    post,
  }) => {
    await page.goto(post.path)
    const form = commentForm(page)
    const payload = '"></textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>'
    await form.fill({ body: payload, name: payload, email: payload, website: payload })
    await expectHarmless(page, async () => {
      await form.previewButton.click()
      await expect(form.preview).toContainText(payload)
    })
    // Sent past our own script, the answer is a page of its own.
    const send = async () => {
      if (javaScriptEnabled) await form.button.click()
      else await page.locator('#comment-form').evaluate((form: HTMLFormElement) => form.submit())
      await expect(form.problem).toBeVisible()
    }
    await expectHarmless(page, send)
    await expect(form.body).toHaveValue(payload)
  })
}

test('whatever a name or a text is made of, it draws nothing over its neighbours', async ({
  page,
  db,
  post,
  baseURL,
}) => {
  const tower = `Z${'\u0310\u0359\u0489\u033f\u0360'.repeat(15)}`
  const turned = '\u202e\u2066\u2067nerW\u2068\u202b'
  const wide = '\ufdfd\u{12031}'.repeat(20)
  await writeRows(db, post, [{ name: 'Ada' }])
  const form = await openPlainForm(`${baseURL}${post.path}`)
  for (const [index, name] of [tower, turned, wide, 'Ben'].entries()) {
    const body = `${name} ${tower.repeat(20)}\n\n${turned.repeat(9)} \u200f\u05e9\u05dc\u05d5\u05dd\u200f (\n\n${wide}`
    const answer = await postPlainly(form, { body, name: `${name}${index}`, parent: '1' })
    expect(answer.status).toBe(303)
  }
  await page.goto(`${post.path}/comments/thread/1/1`)
  const article = (number: number) => page.locator(`#c-${number}`)
  for (const number of [2, 3, 4]) {
    const pictures = () => Promise.all([article(number - 1).screenshot(), article(number + 1).screenshot()])
    const [above, below] = await pictures()
    await article(number).evaluate((element) => {
      element.style.visibility = 'hidden'
    })
    const [aboveAlone, belowAlone] = await pictures()
    expect(above?.equals(aboveAlone ?? above), `what stands above comment ${number}`).toBe(true)
    expect(below?.equals(belowAlone ?? below), `what stands below comment ${number}`).toBe(true)
    await article(number).evaluate((element) => {
      element.style.visibility = ''
    })
  }
})
