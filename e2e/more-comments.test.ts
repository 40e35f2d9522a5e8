import type { Page } from '@playwright/test'
import { commentForm } from './comment-form'
import { addLastWord, type Row, writeRows } from './conversation'
import { expect, test } from './test'

const rows = (count: number, row: Row = {}): Row[] => Array.from({ length: count }, () => row)

const all = (page: Page) => page.getByRole('article', { name: /^Comment / })
const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY))

test('Show more goes on in place: the focus is on the first of them, and nothing moves', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, rows(57))
  await addLastWord(db, post)
  await page.goto(post.path)
  await expect(all(page)).toHaveCount(50)
  const more = page.getByRole('link', { name: 'Show 8 more comments' })
  await expect(more).toHaveAttribute('href', `${post.path}/comments/2`)
  await more.scrollIntoViewIfNeeded()
  const before = await scrolled(page)
  await more.click()
  await expect(page.getByRole('article', { name: 'Comment 51 by Nell' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: '8 more comments' })).toHaveCount(1)
  expect(await scrolled(page)).toBe(before)
  await expect(all(page)).toHaveCount(58)
  await expect(more).toHaveCount(0)
  await expect(page).toHaveURL(post.path)
})

test('whoever goes away and back finds all that was shown, where they were', async ({ page, db, post }) => {
  await writeRows(db, post, rows(119))
  await addLastWord(db, post)
  await page.goto(post.path)
  await page.getByRole('link', { name: 'Show more comments' }).click()
  await page.getByRole('link', { name: 'Show 20 more comments' }).click()
  await expect(all(page)).toHaveCount(120)
  const last = page.getByRole('article', { name: 'Comment 118 by Nell' })
  await last.scrollIntoViewIfNeeded()
  const before = await scrolled(page)
  await page.goto('/archive')
  await page.goBack()
  await expect(all(page)).toHaveCount(120)
  await expect.poll(() => scrolled(page)).toBe(before)
  await expect(last).toBeInViewport()
})

test('a long conversation goes on under its first comment, and can be answered there', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, [{ name: 'Ada' }, ...rows(30, { answers: 1 }), ...rows(60, { answers: 31 })])
  await addLastWord(db, post)
  await page.goto(post.path)
  await expect(page.getByText('61 more in it')).toBeVisible()
  await page.getByRole('link', { name: 'Read the whole conversation' }).click()
  const first = page.getByRole('article', { name: 'Comment 31 by Nell' })
  await expect(first).toBeFocused()
  await expect(page.getByText('11 more in it')).toBeVisible()
  await page.getByRole('link', { name: 'Read the whole conversation' }).click()
  await expect(page.getByRole('article', { name: 'Comment 91 by Nell' })).toBeVisible()
  await expect(page.getByText('more in it')).toHaveCount(0)
  await expect(all(page)).toHaveCount(92)
  // At most two lists within that of the post, also where it goes on.
  expect(await page.locator('ol ol ol ol').count()).toBe(0)
  const child = page.getByRole('article', { name: 'Comment 91 by Nell' })
  await expect(child.getByText('in reply to Nell')).toBeVisible()

  await first.getByRole('link', { name: 'Reply to Nell' }).click()
  const form = commentForm(page)
  await expect(form.body).toBeFocused()
  await form.post({ body: 'To the thirty-first.', name: 'Gus' })
  await expect(page.getByRole('article', { name: 'Comment 93 by Gus' })).toBeFocused()
  await expect(form.mine).toHaveCount(0)
})

test('a comment posted where everything is shown stands in its place', async ({ page, db, post }) => {
  await writeRows(db, post, rows(57))
  await addLastWord(db, post)
  await page.goto(post.path)
  await page.getByRole('link', { name: 'Show 8 more comments' }).click()
  await expect(all(page)).toHaveCount(58)
  const form = commentForm(page)
  await form.post({ body: 'And I.', name: 'Gus' })
  await expect(page.getByRole('article', { name: 'Comment 59 by Gus' })).toBeFocused()
  await expect(form.mine).toHaveCount(0)
  await expect(page.getByText('And I.')).toHaveCount(1)
})

test('one’s own comment among those that Show more brings can be edited and deleted there', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, rows(57))
  await addLastWord(db, post)
  await page.goto(post.path)
  await page.getByRole('link', { name: 'Show 8 more comments' }).click()
  await commentForm(page).post({ body: 'And I.', name: 'Gus' })
  const own = page.getByRole('article', { name: 'Comment 59 by Gus' })
  await expect(own).toBeFocused()
  await own.getByRole('button', { name: 'Edit' }).click()
  await own.getByLabel('Edit your comment').fill('And I, too.')
  await own.getByRole('button', { name: 'Save' }).click()
  await expect(own).toContainText('And I, too.')
  await expect(own).toContainText('Edited')
  await expect(own).toBeFocused()
  await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(1)
  await own.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('You have deleted your comment.')).toBeFocused()
  await expect(own).toHaveCount(0)
})

test.describe('when more cannot be read', () => {
  test.use({ allowedErrors: [/net::ERR_FAILED/] })

  test('Show more leads to the page of them', async ({ page, db, post }) => {
    await writeRows(db, post, rows(57))
    await addLastWord(db, post)
    await page.route(`**${post.path}`, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.fallback(),
    )
    await page.goto(post.path)
    await page.getByRole('link', { name: 'Show 8 more comments' }).click()
    await expect(page).toHaveURL(`${post.path}/comments/2`)
    await expect(all(page)).toHaveCount(8)
  })
})
