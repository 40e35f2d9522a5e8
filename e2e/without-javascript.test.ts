import { commentForm } from './comment-form'
import { listRows, writeRows } from './conversation'
import { expect, test } from './test'

test.use({ javaScriptEnabled: false })

test('a comment is answered by 303 to its place, with its number in the address', async ({ page, post }) => {
  await page.goto(post.path)
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  expect((await answer).status()).toBe(303)
  // Under an address of its own, as a cache in front may have kept the page from before.
  await expect(page).toHaveURL(`${post.path}?posted=1#c-1`)
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toContainText(post.words)
})

test('a reload after posting posts nothing', { tag: '@any-window' }, async ({ page, db, post }) => {
  await page.goto(post.path)
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  await expect(page).toHaveURL(/#c-1$/)
  await page.reload()
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toHaveCount(1)
  expect(await listRows(db, post)).toHaveLength(1)
})

test('going back and posting the same words again leads to the same comment', { tag: '@any-window' }, async ({
  page,
  db,
  post,
}) => {
  await page.goto(post.path)
  const form = commentForm(page)
  const typed = { body: post.words, name: 'Wren', email: 'wren@example.com' }
  await form.post(typed)
  await expect(page).toHaveURL(/#c-1$/)
  await page.goBack()
  await form.post(typed)
  await expect(page).toHaveURL(/#c-1$/)
  expect(await listRows(db, post)).toHaveLength(1)
})

test('after a comment, and after a mistake, the next page comes as quickly as ever', {
  tag: '@any-window',
}, async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words })
  await expect(form.problem).toBeVisible()
  expect((await page.goto('/archive'))?.status()).toBe(200)
  await page.goto(post.path)
  await form.post({ body: post.words, name: 'Wren' })
  await expect(page).toHaveURL(/#c-1$/)
  expect((await page.goto('/'))?.status()).toBe(200)
})

test('a comment can be written on any page of comments, and leads to its place', {
  tag: '@any-window',
}, async ({ page, db, post }) => {
  await writeRows(
    db,
    post,
    Array.from({ length: 57 }, () => ({})),
  )
  for (const [from, number] of [
    ['/comments/2', 58],
    ['/comments/newest/1', 59],
    ['/comments/thread/7/1', 60],
  ] as const) {
    await page.goto(post.path + from)
    await commentForm(page).post({ body: `From ${from}.`, name: 'Wren' })
    await expect(page).toHaveURL(`${post.path}/comments/2?posted=${number}#c-${number}`)
    await expect(page.getByRole('article', { name: `Comment ${number} by Wren` })).toBeVisible()
  }
})

test('a mistake on a further page keeps what was typed and can be put right there', async ({
  page,
  db,
  post,
  blog,
}) => {
  await writeRows(
    db,
    post,
    Array.from({ length: 51 }, () => ({})),
  )
  await page.goto(`${post.path}/comments/2`)
  const form = commentForm(page)
  await form.post({ body: post.words, website: 'wren.example' })
  await expect(form.problem).toBeFocused()
  await expect(page).toHaveTitle(`Error: Comments on ${post.title} · ${blog.name}`)
  await expect(form.body).toHaveValue(post.words)
  await expect(form.website).toHaveValue('wren.example')
  await form.post({ name: 'Wren' })
  await expect(page).toHaveURL(`${post.path}/comments/2?posted=52#c-52`)
})

test('what a browser alone can remember is not offered, and a theme holds for the page', async ({
  page,
  post,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(post.path)
  await expect(commentForm(page).addLatest).toBeVisible()
  await expect(commentForm(page).remember).toBeHidden()
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await expect(page.getByRole('group', { name: /Theme.*Dark/ })).toBeVisible()
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
})
