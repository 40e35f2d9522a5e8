import { randomInt } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort } from '../db/testing/free-port'
import { copyBuild } from '../db/testing/standing-build'
import { type BlogProcess, startBlog } from './blog-process'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { settingsOfCopy } from './copied-build'
import { openPlainForm, postPlainly } from './plain-form'
import { siteInUse } from './site-in-use'
import { expect, type FixturePost, test } from './test'

// The site of all other tests has no limits: this is the same build and the same database, served with them.
test.describe.configure({ mode: 'default' })

const distDir = '.next-e2e-limits'
/** Whom a proxy names as readers: addresses nobody has used today. */
const network = `198.18.${randomInt(256)}`
let blog: BlogProcess
let url: string

test.beforeAll(async () => {
  const site = siteInUse()
  const port = await findFreePort()
  url = `http://localhost:${port}`
  copyBuild(distDir)
  blog = startBlog({
    ...settingsOfCopy(distDir, port),
    DATA_DIR: join(site.folder, 'data-with-limits'),
    COMMENT_LIMITS: 'on',
    TRUSTED_PROXIES: '1',
  })
  await blog.says('The blog is open')
})

test.afterAll(async () => {
  await blog.stop()
  rmSync(distDir, { recursive: true, force: true })
})

/** Five comments of one address within ten minutes are all that is taken. */
async function postFive(post: FixturePost, from: string) {
  const form = await openPlainForm(url + post.path)
  for (const word of ['One', 'Two', 'Three', 'Four', 'Five']) {
    const answer = await postPlainly(form, { body: `${word}.`, name: 'Wren' }, { 'x-forwarded-for': from })
    expect(answer.status).toBe(303)
  }
  return form
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const from = `${network}.${javaScriptEnabled ? 1 : 2}`
    test.use({ javaScriptEnabled, extraHTTPHeaders: { 'x-forwarded-for': from } })

    test('a reader in a hurry is asked to wait, and keeps every word', async ({ page, db, post }) => {
      await postFive(post, from)
      await page.goto(url + post.path)
      const form = commentForm(page)
      const typed = { body: post.words, name: 'Wren', website: 'wren.example' }
      await form.post(typed)
      await expect(form.problem).toContainText(
        'That was quick. Please wait a minute, then post again. Your text is still here.',
      )
      await expect(form.body).toHaveValue(typed.body)
      await expect(form.name).toHaveValue(typed.name)
      await expect(form.website).toHaveValue(typed.website)
      expect(await listRows(db, post)).toHaveLength(5)
    })
  })
}

test('the limit of one reader is not that of another, nor of what is already posted', async ({
  db,
  post,
}) => {
  const reader = `${network}.3`
  const form = await postFive(post, reader)
  const say = async (body: string, from: string) =>
    (await postPlainly(form, { body, name: 'Wren' }, { 'x-forwarded-for': from })).status
  expect(await say('Six.', reader)).toBe(200)
  // Only what the proxy itself added, on the right, is believed.
  expect(await say('Six.', `203.0.113.7, ${reader}`)).toBe(200)
  expect(await say('Five.', reader)).toBe(303)
  expect(await say('Six.', `${network}.4`)).toBe(303)
  expect(await listRows(db, post)).toHaveLength(6)
})

test('a post takes thirty comments an hour, whoever writes them, and what is held is counted apart', async ({
  db,
  post,
}) => {
  const form = await openPlainForm(url + post.path)
  const say = (reader: number, more = {}) => {
    const typed = { body: `Number ${reader}.`, name: 'Wren', ...more }
    return postPlainly(form, typed, { 'x-forwarded-for': `${network}.${reader}` })
  }
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => say(100 + index)))
  const refused = answers.filter(({ status }) => status !== 303)
  expect(refused.map(({ status }) => status)).toEqual(Array(10).fill(200))
  for (const answer of refused) expect(await answer.text()).toContain('That was quick.')
  expect(await listRows(db, post)).toHaveLength(30)

  expect((await say(200, { topic: 'Cheap shoes' })).status).toBe(303)
  expect(await listRows(db, post)).toHaveLength(31)
})
