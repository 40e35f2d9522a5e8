import { eq } from 'drizzle-orm'
import { comments } from '../db/schema'
import { signInAs } from './studio'
import { caseOf, countsOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow } from './widths'

// The tabs count the comments of the whole blog, so nobody else may write meanwhile.
test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
  await db.update(comments).set({ status: 'removed' }).where(eq(comments.status, 'held'))
})
test.afterEach(({ db, post }) => db.delete(comments).where(eq(comments.postId, post.slug)))

test('an inbox where nothing waits says so in a sentence', async ({ page }) => {
  await page.goto('/studio')
  await expect(page.getByRole('heading', { name: 'Nothing waiting', level: 1 })).toBeVisible()
  await expect(page.getByText('Nothing waiting. Go and write.')).toBeVisible()
  expect((await countsOf(page))[0]).toBe(0)
})

test('at 360 px the first comment is well in view, and all that narrows the list is at hand', async ({
  page,
  db,
  post,
}) => {
  await page.setViewportSize(narrow)
  await writeWaiting(db, post, [{ name: 'Ilka' }])
  await page.goto('/studio')
  const top = async () => (await page.getByRole('article').first().boundingBox())?.y
  expect(await top()).toBeLessThanOrEqual(420)
  const field = page.getByLabel('Search names and texts')
  await expect(field).toBeHidden()
  await page.getByText('Find a comment').click()
  await expect(page.getByRole('link', { name: /^first comment \d+$/ })).toBeVisible()
  await field.fill(post.words)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(field).toBeVisible()
})

test('what was written just for the author can be looked at by itself', async ({ page, db, post }) => {
  await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo', forAuthor: true }])
  await page.goto('/studio')
  await page.getByRole('link', { name: 'just you 1' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(caseOf(page, 'Bo')).toContainText('Just for you')
  await page.getByLabel('Search names and texts').fill(post.words)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/search=/)
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByRole('link', { name: 'anybody' }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('what is held for one reason is counted by itself, and where nothing is, a way leads back to all', async ({
  page,
  db,
  post,
}) => {
  await writeWaiting(db, post, [{ name: 'Ilka', reasons: ['hold-word: wool'] }, { name: 'Bo' }])
  await page.goto('/studio')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('2 comments waiting')
  await page.getByRole('link', { name: 'words on your hold list 1' }).click()
  await expect(heading).toHaveText('1 of 2 comments waiting')
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.goto('/studio?reason=flood')
  await expect(heading).toHaveText('0 of 2 comments waiting')
  await expect(page.getByText('Nothing here of the chosen kind.')).toBeVisible()
  await page.getByRole('link', { name: 'Look at every kind' }).click()
  await expect(heading).toHaveText('2 comments waiting')
})

test('an order that there is too little to learn from is not offered, and who asks for it is told', async ({
  page,
  db,
  post,
}) => {
  await db.update(comments).set({ status: 'removed' }).where(eq(comments.status, 'spam'))
  await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
  await page.goto('/studio')
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByRole('link', { name: 'Likely welcome first' })).toHaveCount(0)
  await page.goto('/studio?order=likely')
  await expect(
    page.getByText(
      /^“Likely welcome first” learns from 20 published comments of others and 20 that you put into Spam, where they stay for fourteen days\. Too few so far: (\d+ published, )?0 in Spam\. The newest come first\.$/,
    ),
  ).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.getByRole('article').first()).toHaveAccessibleName('Comment by Ilka')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('each deed moves one from tab to tab, and Undo moves it back', async ({ page, db, post }) => {
      await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }, { name: 'Halla' }])
      await page.goto('/studio')
      const [waiting = 0, published = 0, spam = 0, bin = 0] = await countsOf(page)
      expect(waiting).toBe(3)
      for (const [button, counts] of [
        ['Approve', [waiting - 1, published + 1, spam, bin]],
        ['Spam', [waiting - 1, published, spam + 1, bin]],
        ['Bin', [waiting - 1, published, spam, bin + 1]],
      ] as const) {
        await caseOf(page, 'Bo').getByRole('button', { name: button, exact: true }).click()
        await expect.poll(() => countsOf(page), button).toEqual(counts)
        await page.getByRole('button', { name: 'Undo' }).click()
        await expect
          .poll(() => countsOf(page), `${button}, taken back`)
          .toEqual([waiting, published, spam, bin])
      }
    })
  })
}

test('what was done is said, and can be undone, where the row stood', async ({ page, db, post }) => {
  await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }, { name: 'Halla' }])
  await page.goto('/studio')
  await caseOf(page, 'Bo').getByRole('button', { name: 'Spam', exact: true }).click()
  const places = page.getByRole('list', { name: 'Comments' }).locator('> li')
  await expect(places).toHaveCount(3)
  await expect(places.nth(1)).toHaveText(/^Bo’s comment is in Spam\..*Undo/)
  await expect(places.nth(1).getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(places.first()).toContainText('Ilka')
  await expect(places.last()).toContainText('Halla')
})
