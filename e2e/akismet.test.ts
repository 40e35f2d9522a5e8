import { randomInt } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { outbox } from '../db/schema'
import { findFreePort } from '../db/testing/free-port'
import { copyBuild } from '../db/testing/standing-build'
import { type AkismetInPlay, playAkismet } from './akismet-in-play'
import { type BlogProcess, startBlog } from './blog-process'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { settingsOfCopy } from './copied-build'
import { publish, waiting } from './own-comments'
import { openPlainForm, postPlainly } from './plain-form'
import { siteInUse } from './site-in-use'
import { expect, type FixturePost, test } from './test'

// The site of all other tests asks nobody: this is the same build and the same database, served with a key.
test.describe.configure({ mode: 'default' })

const distDir = '.next-e2e-akismet'
const key = 'canary-of-the-key'
const email = 'canary-of-the-mail@example.org'
/** Whom a proxy names as the reader. */
const address = `198.19.${randomInt(256)}.${randomInt(256)}`
let akismet: AkismetInPlay
let blog: BlogProcess
let url: string

test.beforeAll(async () => {
  akismet = await playAkismet()
  copyBuild(distDir)
  await start()
})

test.afterAll(async () => {
  await blog.stop()
  akismet.stop()
  rmSync(distDir, { recursive: true, force: true })
})

async function start() {
  const port = await findFreePort()
  url = `http://localhost:${port}`
  blog = startBlog({
    ...settingsOfCopy(distDir, port),
    ...akismet.settings,
    DATA_DIR: join(siteInUse().folder, 'data-with-akismet'),
    AKISMET_KEY: key,
    TRUSTED_PROXIES: '1',
  })
  await blog.says('The blog is open')
}

async function say(post: FixturePost, more: Record<string, string> = {}) {
  const typed = { body: post.words, name: 'Wren', email, ...more }
  const headers = { 'x-forwarded-for': address, 'user-agent': 'Canary of the browser/1.0' }
  return postPlainly(await openPlainForm(url + post.path), typed, headers)
}

const read = async (post: FixturePost) => (await fetch(url + post.path)).text()

/** As if its next question were due. */
async function makeDue(db: Db, post: FixturePost) {
  const [row] = await listRows(db, post)
  await db
    .update(outbox)
    .set({ dueAt: sql`now()` })
    .where(eq(outbox.key, `ask-akismet ${row?.id}`))
}

test('ham is published at once, and Akismet is told no more than it needs', async ({ db, post }) => {
  const answer = await say(post)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain('#c-1')
  expect(await read(post)).toContain(post.words)
  const [question, ...more] = akismet.asked(post.words)
  expect(more).toEqual([])
  expect(Object.fromEntries(question ?? [])).toMatchObject({
    api_key: key,
    blog: siteInUse().url,
    user_ip: address,
    user_agent: 'Canary of the browser/1.0',
    comment_type: 'comment',
    comment_author_email: email,
    permalink: siteInUse().url + post.path,
  })
  // What Akismet is told of the request is written down nowhere.
  const [row] = await listRows(db, post)
  const { rows } = (await db.execute(sql`select c::text || k::text as everything
    from comments c join comment_contacts k on k.comment_id = c.id where c.id = ${row?.id}`)) as {
    rows: { everything: string }[]
  }
  expect(rows[0]?.everything).toContain(email)
  expect(rows[0]?.everything).not.toContain(address)
  expect(rows[0]?.everything).not.toContain('Canary of the browser')
})

test('spam of a stranger goes to Spam, and its writer is told that it waits', async ({ page, db, post }) => {
  akismet.says(post.words, 'true')
  await page.goto(url + post.path)
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  await expect(waiting(page)).toContainText(post.words)
  expect(await listRows(db, post)).toMatchObject([
    { status: 'spam', reasons: expect.arrayContaining(['akismet-spam']), number: null },
  ])
  expect(await read(post)).not.toContain(post.words)
})

test('nobody is asked about what our own rules hold, nor what is for the author alone', async ({
  db,
  post,
}) => {
  expect((await say(post, { topic: 'Cheap shoes' })).status).toBe(303)
  expect((await say(post, { body: `For you: ${post.words}`, forAuthor: 'on' })).status).toBe(303)
  expect(await listRows(db, post)).toMatchObject([
    { status: 'held', reasons: ['trap'] },
    { status: 'held', reasons: [], forAuthor: true },
  ])
  expect(akismet.asked(post.words)).toEqual([])
})

test('an edit is asked about, too, and what it turns into spam leaves the page', async ({
  page,
  db,
  post,
}) => {
  const comment = await publish(page, { ...post, path: url + post.path })
  akismet.says(`Pills, ${post.words}`, 'true')
  await comment.getByRole('button', { name: 'Edit' }).click()
  await comment.getByLabel('Edit your comment').fill(`Pills, ${post.words}`)
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(waiting(page)).toContainText('Pills')
  expect(await listRows(db, post)).toMatchObject([{ status: 'spam', reasons: ['akismet-spam'] }])
  expect(akismet.asked(post.words).map((question) => question.get('recheck_reason'))).toEqual([null, 'edit'])
  expect(await read(post)).not.toContain(post.words)
})

test('an edit that Akismet has nothing against ends the waiting for it', async ({ page, db, post }) => {
  akismet.says(post.words, 'invalid')
  await page.goto(url + post.path)
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  await expect(waiting(page)).toContainText(post.words)
  akismet.says(post.words, 'false')
  await waiting(page).getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Edit your comment').fill(`${post.words} Twice.`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toContainText('Twice.')
  expect(await listRows(db, post)).toMatchObject([{ status: 'published', reasons: [], number: 1 }])
  expect(await read(post)).toContain(`${post.words} Twice.`)
})

test('silence holds it after three seconds, and it is published when Akismet speaks', async ({
  db,
  post,
}) => {
  akismet.says(post.words, 'nothing')
  const begun = performance.now()
  const answer = await say(post)
  const took = performance.now() - begun
  expect(took).toBeGreaterThan(2_900)
  // A machine that is busy takes its time around them.
  expect(took).toBeLessThan(10_000)
  expect(answer.headers.get('location')).toContain('/receipt/')
  expect(await listRows(db, post)).toMatchObject([{ status: 'held', reasons: ['akismet-unsure'] }])
  expect(await read(post)).not.toContain(post.words)

  await blog.stop()
  await makeDue(db, post)
  akismet.says(post.words, 'false')
  await start()
  await expect.poll(() => read(post)).toContain(post.words)
  const [, late] = akismet.asked(post.words)
  expect(late?.get('user_ip')).toBe('0.0.0.0')
  expect(late?.has('user_agent')).toBe(false)
  expect(late?.get('comment_author_email')).toBe(email)
})

test('a comment is safe before anybody is asked about it, and is asked about after a kill', async ({
  db,
  post,
}) => {
  akismet.says(post.words, 'nothing')
  const sent = say(post).catch(() => null)
  await expect.poll(() => akismet.asked(post.words).length).toBe(1)
  const stored = { body: post.words, status: 'held', reasons: ['akismet-unsure'] }
  expect(await listRows(db, post)).toMatchObject([stored])
  blog.signalGroup('SIGKILL')
  await Promise.all([sent, blog.ended])
  expect(await listRows(db, post)).toMatchObject([stored])

  await makeDue(db, post)
  akismet.says(post.words, 'false')
  await start()
  await expect.poll(() => read(post)).toContain(post.words)
})

test('neither the key nor an e-mail address is in what the blog says', async ({ post }) => {
  akismet.says(post.words, 'invalid')
  await say(post)
  await expect.poll(() => blog.said()).toContain('Is AKISMET_KEY right?')
  expect(blog.said()).not.toMatch(/canary/i)
  expect(blog.said()).not.toContain(post.words)
  expect(blog.said()).not.toContain(address)
})
