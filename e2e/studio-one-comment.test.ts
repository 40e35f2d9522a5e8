import { eq } from 'drizzle-orm'
import { commentContacts, comments } from '../db/schema'
import { siteInUse } from './site-in-use'
import { signInAs } from './studio'
import { caseOf, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow } from './widths'

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, ...(javaScriptEnabled ? {} : { viewport: narrow }) })

    test('a comment that a letter leads to is shown alone, however many came since', async ({
      page,
      db,
      post,
    }) => {
      const newer = Array.from({ length: 60 }, () => ({}))
      const stored = await writeWaiting(db, post, [...newer, { name: 'Ilka' }])
      const id = stored.find(({ name }) => name === 'Ilka')?.id ?? ''
      const before = await stateOf(db, id)
      await page.goto(`/studio?comment=${id}`)
      await expect(page.getByRole('article')).toHaveCount(1)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The comment by Ilka')
      await expect(page).toHaveTitle(/^The comment by Ilka · Inbox · /)
      await expect(page.getByRole('main')).toContainText('It waits for you.')
      expect(await stateOf(db, id), 'looking changes nothing').toEqual(before)
      expect(
        await page.getByRole('main').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBe(0)

      await caseOf(page, 'Ilka').getByRole('button', { name: 'Spam', exact: true }).click()
      await expect(page.getByText('Ilka’s comment is in Spam.')).toBeVisible()
      await expect(page.getByRole('main')).toContainText('It is in Spam.')
      await expect(caseOf(page, 'Ilka').getByRole('button', { name: 'Back to waiting' })).toBeVisible()
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByRole('main')).toContainText('It waits for you.')
      await page.getByRole('link', { name: 'Back to all in “Waiting”' }).click()
      await expect(page).toHaveURL('/studio')
    })

    test('one that is gone by then says so, and leads on', async ({ page, db, post }) => {
      const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
      const id = ilka?.id ?? ''
      await db.delete(commentContacts).where(eq(commentContacts.commentId, id))
      await db.delete(comments).where(eq(comments.id, id))
      await page.goto(`/studio?comment=${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This comment is gone')
      await expect(page.getByText('It was deleted for good')).toBeVisible()
      await page.getByRole('link', { name: 'Back to all in “Waiting”' }).click()
      await expect(page).toHaveURL('/studio')
    })
  })
}

test('whoever is signed out is led to it by way of the sign-in', async ({ db, post }) => {
  const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
  const path = `/studio?comment=${ilka?.id}`
  const answer = await fetch(siteInUse().url + path, { redirect: 'manual' })
  expect(answer.headers.get('location')).toBe(`/studio/sign-in?next=${encodeURIComponent(path)}`)
})
