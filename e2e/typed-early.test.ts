import type { Locator, Page } from '@playwright/test'
import { listRows } from './conversation'
import { makePerson, say, visitAs } from './guests'
import { holdScripts } from './hold-scripts'
import { signInAs } from './studio'
import { expect, test } from './test'

const words = 'Typed before any script was there.'

/** Opens a page, types into a field of it that came with a text, and only then lets its scripts come. */
async function typeEarly(page: Page, path: string, field: Locator) {
  const release = await holdScripts(page)
  await page.goto(path, { waitUntil: 'commit' })
  await expect(field).not.toHaveValue('')
  await field.fill(words)
  const isTaken = () => field.evaluate((it) => Object.keys(it).some((key) => key.startsWith('__reactProps')))
  expect(await isTaken()).toBe(false)
  release()
  await expect.poll(isTaken).toBe(true)
}

test('what is typed into the text of a comment before the script arrives is kept, and saved', async ({
  page,
  context,
  db,
  post,
}) => {
  const wren = makePerson()
  await say(post, wren, post.words)
  await visitAs(context, db, wren)
  const [row] = await listRows(db, post)
  const field = page.getByLabel('Edit your comment')
  await typeEarly(page, `/my-comments/comments/${row?.id}`, field)
  await expect(field).toHaveValue(words)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => (await listRows(db, post)).map(({ body }) => body)).toEqual([words])
})

test('what the author types into a list before the script arrives is kept', async ({ page, context, db }) => {
  await signInAs(context, db)
  const field = page.getByLabel('Words that hold a comment')
  await typeEarly(page, '/studio/rules', field)
  await expect(field).toHaveValue(words)
})
