import { eq } from 'drizzle-orm'
import { comments } from '../db/schema'
import { commentForm } from './comment-form'
import { addLastWord, listRows, writeRows } from './conversation'
import { commentOn, fiveDeep, replyTo } from './replies'
import { expect, test } from './test'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the page of a reply shows what is answered, and leads to the reply in its place', async ({
      page,
      db,
      post,
    }) => {
      await writeRows(db, post, fiveDeep)
      await page.goto(`${post.path}/reply/3`)
      const form = commentForm(page)
      await expect(commentOn(page, 3)).toContainText(`Comment 3 on ${post.title}.`)
      await expect(commentOn(page, 3).getByRole('link', { name: 'Ben' })).toHaveAttribute(
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
      await writeRows(db, post, fiveDeep)
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
    await writeRows(db, post, fiveDeep)
    await addLastWord(db, post)
    await page.goto(post.path)
    await expect(page.getByRole('button', { name: /^Copy link/ })).toHaveCount(0)
    await replyTo(page, 'Eli').click()
    await expect(page).toHaveURL(`${post.path}/reply/5#comment-body`)
    await expect(commentForm(page).body).toBeFocused()
    await expect(commentOn(page, 5)).toBeInViewport()
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
