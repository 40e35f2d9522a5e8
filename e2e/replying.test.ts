import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { comments } from '../db/schema'
import { commentForm } from './comment-form'
import { addLastWord, listRows, type Row, writeRows } from './conversation'
import { holdPost } from './hold-post'
import { expect, test } from './test'

/** Five deep, and one beside it. `addLastWord` makes it seven. */
const talk: Row[] = [
  { name: 'Ada' },
  { name: 'Ben', answers: 1 },
  { name: 'Cleo', answers: 2 },
  { name: 'Dot', answers: 3 },
  { name: 'Eli', answers: 4 },
  { name: 'Fay' },
]

const comment = (page: Page, number: number) =>
  page.getByRole('article', { name: new RegExp(`^Comment ${number} by `) })

const replyTo = (page: Page, name: string) => page.getByRole('link', { name: `Reply to ${name}` })

/** What the form stands under: the article before it in the list, or none. */
const placeOf = (page: Page) =>
  page.locator('#comment-form').evaluate((form) => form.closest('li')?.querySelector('article')?.id ?? null)

test('Reply brings the form under that comment, says whom it answers, and has the focus in it', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, talk)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  expect(await placeOf(page)).toBeNull()
  await replyTo(page, 'Ben').click()
  await expect(form.body).toBeFocused()
  await expect(form.heading).toHaveText('Replying to Ben')
  expect(await placeOf(page)).toBe('c-2')
  await expect(page).toHaveURL(post.path)
  await replyTo(page, 'Eli').press('Enter')
  await expect(form.heading).toHaveText('Replying to Eli')
  expect(await placeOf(page)).toBe('c-5')
  await expect(page.locator('form#comment-form')).toHaveCount(1)
  await page.getByRole('button', { name: 'Leave a comment of your own' }).click()
  await expect(form.heading).toHaveText('Leave a comment')
  expect(await placeOf(page)).toBeNull()
  await expect(form.body).toBeFocused()
})

test('Cancel, and Escape while nothing is written, give the focus back to that Reply', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, talk)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Cleo').click()
  await form.cancel.click()
  await expect(replyTo(page, 'Cleo')).toBeFocused()
  await expect(form.heading).toHaveText('Leave a comment')
  await expect(form.cancel).toHaveCount(0)

  await replyTo(page, 'Dot').click()
  await form.body.press('Escape')
  await expect(replyTo(page, 'Dot')).toBeFocused()
  await replyTo(page, 'Dot').click()
  await form.fill({ body: post.words })
  await form.body.press('Escape')
  await expect(form.heading).toHaveText('Replying to Dot')
  await expect(form.body).toHaveValue(post.words)
})

test('every reply keeps its own text, and so does the form of the post', { tag: '@any-window' }, async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, talk)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: 'To the post.', name: 'Wren', email: 'wren@example.com' })
  await replyTo(page, 'Ada').click()
  await expect(form.body).toHaveValue('')
  await form.fill({ body: 'To Ada.' })
  await replyTo(page, 'Fay').click()
  await expect(form.body).toHaveValue('')
  await form.fill({ body: 'To Fay.' })
  await replyTo(page, 'Ada').click()
  await expect(form.body).toHaveValue('To Ada.')
  await replyTo(page, 'Fay').click()
  await expect(form.body).toHaveValue('To Fay.')
  await form.cancel.click()
  await expect(form.body).toHaveValue('To the post.')
  await expect(form.name).toHaveValue('Wren')
  await expect(form.email).toHaveValue('wren@example.com')
})

test('a reply is there again after a reload, under the comment it answers', async ({ page, db, post }) => {
  await writeRows(db, post, talk)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Dot').click()
  await form.fill({ body: post.words, name: 'Wren' })
  await page.reload()
  await expect(page.getByText(/^We kept your draft from /)).toBeVisible()
  await expect(form.heading).toHaveText('Replying to Dot')
  await expect(form.body).toHaveValue(post.words)
  await expect(form.name).toHaveValue('Wren')
  expect(await placeOf(page)).toBe('c-4')
  await form.cancel.click()
  await page.reload()
  await expect(form.heading).toHaveText('Leave a comment')
  await expect(form.body).toHaveValue('')
})

test('a reply stands where it belongs, has the focus, and leaves nothing behind', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, talk)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Eli').click()
  await form.post({ body: 'Same here.', name: 'Gus' })
  const reply = page.getByRole('article', { name: 'Comment 8 by Gus' })
  await expect(reply).toBeFocused()
  await expect(reply).toContainText('in reply to Eli')
  await expect(reply.getByRole('link', { name: 'Eli', exact: true })).toHaveAttribute('href', '#c-5')
  await expect(form.heading).toHaveText('Leave a comment')
  await expect(form.body).toHaveValue('')
  expect(await placeOf(page)).toBeNull()
  const rows = await listRows(db, post)
  expect(rows.at(-1)).toMatchObject({ number: 8, parentId: rows.find(({ number }) => number === 5)?.id })
  const kept = await page.evaluate(() => Object.entries(localStorage))
  expect(kept.filter(([key]) => key !== 'read')).toEqual([[`comments-here:${post.slug}`, '1']])
})

test('whoever goes on to another reply while one is on its way keeps what they write', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, talk)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  const { arrived } = await holdPost(page)
  await replyTo(page, 'Ada').click()
  await form.post({ body: 'To Ada.', name: 'Gus' })
  const route = await arrived
  await replyTo(page, 'Fay').click()
  await form.fill({ body: 'To Fay.' })
  await expect(form.mine).toContainText('To Ada.')
  await route.continue()
  await expect(page.getByRole('article', { name: 'Comment 8 by Gus' })).toContainText('To Ada.')
  await expect(form.heading).toHaveText('Replying to Fay')
  await expect(form.body).toHaveValue('To Fay.')
  await replyTo(page, 'Ada').click()
  await expect(form.body).toHaveValue('')
})

test('a mistake in a reply is shown where it is written', async ({ page, db, post }) => {
  await writeRows(db, post, talk)
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await replyTo(page, 'Ben').click()
  await form.post({ body: post.words })
  await expect(form.problem).toBeFocused()
  expect(await placeOf(page)).toBe('c-2')
  await form.post({ name: 'Gus' })
  await expect(page.getByRole('article', { name: 'Comment 8 by Gus' })).toBeFocused()
})

test('the order stays while something is being written, and is kept by the address', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, [
    { name: 'Ada' },
    ...Array.from({ length: 56 }, (_, index) => ({ name: `Reader ${index}` })),
  ])
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  const newest = page.getByRole('link', { name: 'Newest first' })
  await replyTo(page, 'Ada').click()
  await form.fill({ body: post.words, name: 'Gus' })
  await newest.click()
  await expect(page.getByText('First post or discard what you have begun to write.')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${post.path}(#.*)?$`))
  expect(await placeOf(page)).toBe('c-1')

  // Whoever goes there all the same has the text, though Ada stands on the second page of these.
  await page.goto(`${post.path}/comments/newest/1`)
  await expect(form.heading).toHaveText('Replying to Ada')
  await expect(form.body).toHaveValue(post.words)

  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('link', { name: 'Oldest first' }).click()
  await expect(page).toHaveURL(new RegExp(`${post.path}#`))
  await newest.click()
  await expect(page).toHaveURL(`${post.path}/comments/newest/1`)
  for (const again of [false, true]) {
    if (again) await page.reload()
    await expect(newest).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('article', { name: /^Comment / }).first()).toHaveAccessibleName(
      /^Comment 58 /,
    )
  }
})

test('Copy link copies the address that never changes, and says so', async ({
  page,
  context,
  db,
  post,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await writeRows(db, post, talk)
  await addLastWord(db, post)
  await page.goto(post.path)
  await page.getByRole('button', { name: 'Copy link to comment 4' }).click()
  await expect(comment(page, 4).getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect(comment(page, 4).getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${post.path}/c/4`)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the page of a reply shows what is answered, and leads to the reply in its place', async ({
      page,
      db,
      post,
    }) => {
      await writeRows(db, post, talk)
      await page.goto(`${post.path}/reply/3`)
      const form = commentForm(page)
      await expect(comment(page, 3)).toContainText(`Comment 3 on ${post.title}.`)
      await expect(comment(page, 3).getByRole('link', { name: 'Ben' })).toHaveAttribute(
        'href',
        `${post.path}/c/2`,
      )
      await expect(form.heading).toHaveText('Replying to Cleo')
      await form.post({ body: post.words })
      await expect(form.problem).toBeFocused()
      await expect(form.body).toHaveValue(post.words)
      await expect(page).toHaveTitle(new RegExp(`^Error: Reply on ${post.title} · `))
      await form.post({ name: 'Gus' })
      if (javaScriptEnabled) await page.getByRole('link', { name: 'See where it stands' }).click()
      await expect(page).toHaveURL(new RegExp(`${post.path}.*#c-7$`))
      await expect(page.getByRole('article', { name: 'Comment 7 by Gus' })).toContainText('in reply to Cleo')
      const rows = await listRows(db, post)
      expect(rows.at(-1)?.parentId).toBe(rows.find(({ number }) => number === 3)?.id)
    })

    test('a comment that goes away while it is answered takes no text with it', async ({
      page,
      db,
      post,
    }) => {
      await writeRows(db, post, talk)
      const answered = (await listRows(db, post)).find(({ number }) => number === 6)
      await page.goto(`${post.path}/reply/6`)
      const form = commentForm(page)
      await form.fill({ body: post.words, name: 'Gus', email: 'gus@example.com', website: 'gus.example' })
      await db
        .update(comments)
        .set({ status: 'removed', removedAt: new Date() })
        .where(eq(comments.id, answered?.id ?? ''))
      await form.button.click()
      await expect(form.problem).toBeFocused()
      await expect(form.problem).toContainText('The comment you answered is not here any more.')
      await expect(form.heading).toHaveText('Leave a comment')
      await expect(form.body).toHaveValue(post.words)
      await expect(form.name).toHaveValue('Gus')
      await expect(form.email).toHaveValue('gus@example.com')
      await expect(form.website).toHaveValue('gus.example')
      await form.button.click()
      if (javaScriptEnabled) await page.getByRole('link', { name: 'See where it stands' }).click()
      await expect(page).toHaveURL(new RegExp(`${post.path}.*#c-7$`))
      await expect(page.getByRole('article', { name: 'Comment 7 by Gus' })).toContainText(post.words)
      expect((await listRows(db, post)).at(-1)).toMatchObject({ number: 7, parentId: null })
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Reply is a link to a page of its own', async ({ page, db, post }) => {
    await writeRows(db, post, talk)
    await addLastWord(db, post)
    await page.goto(post.path)
    await expect(page.getByRole('button', { name: /^Copy link/ })).toHaveCount(0)
    await replyTo(page, 'Eli').click()
    await expect(page).toHaveURL(`${post.path}/reply/5#comment-body`)
    await expect(commentForm(page).body).toBeFocused()
    await expect(comment(page, 5)).toBeInViewport()
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await commentForm(page).post({ body: 'Same here.', name: 'Gus' })
    expect((await answer).status()).toBe(303)
    await expect(page).toHaveURL(`${post.path}?posted=8#c-8`)
    await page.reload()
    await expect(page.getByRole('article', { name: 'Comment 8 by Gus' })).toHaveCount(1)
  })
})

test('no finder keeps the page of a reply, and there is none for a number that nobody can read', {
  tag: '@any-window',
}, async ({ request, db, post }) => {
  await writeRows(db, post, [
    { name: 'Ada' },
    { status: 'removed', removedAt: new Date() },
    { answers: 2 },
    { status: 'held', number: null, publishedAt: null },
  ])
  const page = await request.get(`${post.path}/reply/1`)
  expect(page.status()).toBe(200)
  expect(page.headers()['cache-control']).toMatch(/private.*no-store/)
  expect(await page.text()).toContain('<meta name="robots" content="noindex"/>')
  for (const number of ['2', '4', '5', '0', '01', '-1', 'x', '99999999999'])
    expect((await request.get(`${post.path}/reply/${number}`)).status(), number).toBe(404)
  expect((await request.get('/posts/never-a-post/reply/1')).status()).toBe(404)
})
