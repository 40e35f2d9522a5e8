import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { publish } from './own-comments'
import { openPlainForm, postPlainly } from './plain-form'
import { cookieOf, signInAs } from './studio'
import { caseOf, inboxOf } from './studio-inbox'
import { expect, test } from './test'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what the author posts, signed in, bears the author’s mark for everybody', async ({
      page,
      context,
      db,
      post,
      anotherReader,
    }) => {
      await signInAs(context, db)
      await page.goto(post.path)
      await commentForm(page).post({ body: post.words, name: 'Nell' })
      await expect
        .poll(async () => (await listRows(db, post)).map(({ byAuthor }) => byAuthor))
        .toEqual([true])
      const comment = anotherReader.getByRole('article', { name: 'Comment 1 by Nell' })
      await expect(async () => {
        await anotherReader.goto(post.path)
        await expect(comment).toContainText('Author', { timeout: 500 })
      }).toPass()
    })
  })
}

test('a browser that is not signed in any more changes nothing under the author’s mark', async ({
  page,
  context,
  db,
  post,
}) => {
  await signInAs(context, db)
  const comment = await publish(page, post)
  await expect(comment).toContainText('Author')
  await context.clearCookies({ name: 'studio' })
  await comment.getByRole('button', { name: 'Edit' }).click()
  const field = comment.getByLabel('Edit your comment')
  await field.fill('Not what the author said.')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(field).toHaveAccessibleDescription(
    /^This browser did not write that comment, so it cannot change it\./,
  )
  expect(await listRows(db, post)).toMatchObject([{ body: post.words, byAuthor: true, editedAt: null }])
})

test('nobody else’s does, whatever they send along', async ({ db, context, post, baseURL }) => {
  const token = await signInAs(context, db)
  const form = await openPlainForm(baseURL + post.path)
  const say = (body: string, headers: Record<string, string>) =>
    postPlainly(form, { body, name: 'Nell', byAuthor: 'true' }, headers)
  await say('A stranger.', {})
  await say('A guess.', cookieOf('guessed'))
  await say('The author’s browser, sent by another site.', {
    ...cookieOf(token),
    'sec-fetch-site': 'cross-site',
  })
  await say('The author.', cookieOf(token))
  const rows = await listRows(db, post)
  expect(rows.map(({ body, byAuthor }) => [body, byAuthor])).toEqual([
    ['A stranger.', false],
    ['A guess.', false],
    ['The author’s browser, sent by another site.', false],
    ['The author.', true],
  ])
})

test('whoever types the author’s own address waits, and the author says who it was', async ({
  page,
  context,
  db,
  post,
  baseURL,
}) => {
  const form = await openPlainForm(baseURL + post.path)
  // Of a blog that was told no other.
  const typed = { body: post.words, name: 'Nell', email: 'Author@blog.invalid' }
  expect((await postPlainly(form, typed)).status).toBe(303)
  expect(await listRows(db, post)).toMatchObject([
    { status: 'held', reasons: ['authors-address'], byAuthor: false },
  ])
  await signInAs(context, db)
  await page.goto(inboxOf(post))
  await expect(caseOf(page, 'Nell')).toContainText('Your own address, by somebody who is not signed in')
})
