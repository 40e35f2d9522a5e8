import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeDb, type Db, openDb } from '../db/client'
import { settings } from '../db/schema'
import { createDatabase } from '../db/testing/create-database'
import { findFreePort } from '../db/testing/free-port'
import { copyBuild } from '../db/testing/standing-build'
import { type BlogProcess, startBlog } from './blog-process'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { settingsOfCopy } from './copied-build'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

// A pause is for the whole blog: this is the same build on a database of its own.
test.describe.configure({ mode: 'default' })

const distDir = '.next-e2e-pause'
const paused = 'Comments are having a rest just now, on every post.'
let blog: BlogProcess
let url: string
let own: Db

test.beforeAll(async () => {
  const site = siteInUse()
  const port = await findFreePort()
  url = `http://localhost:${port}`
  copyBuild(distDir)
  const postgresUrl = await createDatabase(site.postgresUrl)
  own = openDb({ driver: 'pg', url: postgresUrl }, { max: 1 })
  blog = startBlog({
    ...settingsOfCopy(distDir, port),
    POSTGRES_URL: postgresUrl,
    DATA_DIR: join(site.folder, 'data-with-a-pause'),
  })
  await blog.says('The blog is open')
})

test.afterAll(async () => {
  await blog.stop()
  await closeDb(own)
  rmSync(distDir, { recursive: true, force: true })
})

async function setPause(paused: boolean) {
  const value = { paused }
  await own
    .insert(settings)
    .values({ name: 'pause', value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
}

test('a pause refuses what is posted from an open page, in plain words, and loses nothing', async ({
  page,
  post,
}) => {
  await page.goto(url + post.path)
  const form = commentForm(page)
  await form.post({ body: 'Before.', name: 'Wren' })
  const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
  await expect(comment.getByRole('button', { name: 'Edit' })).toBeVisible()
  await setPause(true)
  await form.post({ body: post.words })
  await expect(form.problem).toContainText(paused)
  await expect(form.body).toHaveValue(post.words)
  await comment.getByRole('button', { name: 'Edit' }).click()
  await comment.getByLabel('Edit your comment').fill('Edited.')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(comment.getByRole('alert')).toContainText(paused)
  expect(await listRows(own, post)).toMatchObject([{ body: 'Before.' }])

  await page.goto(`${url}${post.path}/comments/newest/1`)
  await expect(page.getByText(paused)).toBeVisible()
  await expect(form.button).toHaveCount(0)
  // It is up as it was, and what it was to become is kept.
  await expect(comment.getByLabel('Edit your comment')).toHaveValue('Edited.')
  await expect(page.getByLabel('What you wrote is still here')).toHaveValue(post.words)

  await setPause(false)
  // A page is made of what was read within the last second.
  await expect(async () => {
    await page.reload()
    await expect(form.button).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 10_000 })
  await form.button.click()
  await expect(page.getByRole('article', { name: 'Comment 2 by Wren' })).toContainText(post.words)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('what was sent from an older page comes back to be kept', async ({ page, post }) => {
    await setPause(false)
    await page.goto(url + post.path)
    const form = commentForm(page)
    await form.fill({ body: post.words, name: 'Wren' })
    await setPause(true)
    await form.button.click()
    await expect(page.getByText(paused)).toBeVisible()
    await expect(page.getByLabel('What you wrote is still here')).toHaveValue(post.words)
    expect(await listRows(own, post)).toEqual([])
    expect((await page.goto(`${url}/archive`))?.status()).toBe(200)
  })
})
