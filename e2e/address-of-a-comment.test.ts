import { addLastWord, writeRows } from './conversation'
import { commentOn, fiveDeep } from './replies'
import { expect, test } from './test'

test('the address of a comment opens the page it is on, with the comment marked and in view, and it stays so', async ({
  page,
  db,
  post,
}) => {
  await writeRows(
    db,
    post,
    Array.from({ length: 57 }, () => ({})),
  )
  await addLastWord(db, post)
  // What the page would do by and by it does when it is told that the time has come.
  await page.clock.install()
  await page.goto(`${post.path}/c/58`, { waitUntil: 'networkidle' })
  await expect(page).toHaveURL(`${post.path}/comments/2#c-58`)
  await page.evaluate(() => document.fonts.ready)
  const marked = page.getByRole('article', { name: 'Comment 58 by Wren' })
  const other = page.getByRole('article', { name: 'Comment 57 by Nell' })
  const look = (article: typeof marked) =>
    article.evaluate((element) => ({
      paint: getComputedStyle(element).backgroundColor,
      top: element.getBoundingClientRect().top,
      moving: element.getAnimations({ subtree: true }).length,
    }))
  await expect.poll(async () => (await look(marked)).top).toBeGreaterThanOrEqual(0)
  await expect(marked).toBeInViewport()
  const seen = await look(marked)
  expect(seen.paint).not.toBe((await look(other)).paint)
  expect(seen.moving, 'no mark that fades').toBe(0)

  await page.clock.runFor(3000)
  expect(await look(marked)).toEqual(seen)
  await expect(marked).toBeInViewport()
})

test('Copy link copies the address that never changes, and says so', { tag: '@any-window' }, async ({
  page,
  context,
  db,
  post,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await writeRows(db, post, fiveDeep)
  await addLastWord(db, post)
  await page.goto(post.path)
  await page.getByRole('button', { name: 'Copy link to comment 4' }).click()
  await expect(commentOn(page, 4).getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect(commentOn(page, 4).getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${post.path}/c/4`)
})
