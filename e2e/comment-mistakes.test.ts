import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { expect, test } from './test'

const wrong = { body: '', name: ' ', email: 'wren at example', website: 'not a place' }
const messages = {
  body: 'Write a comment before posting',
  name: 'Enter your name',
  email: 'Enter an email like name@example.com',
  website: 'Enter a web address like https://example.com',
}
const fields = ['body', 'name', 'email', 'website'] as const

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('mistakes are listed in a summary that has the focus, and the title says so', async ({
      page,
      post,
      blog,
    }) => {
      await page.goto(post.path)
      const form = commentForm(page)
      await form.post(wrong)
      await expect(form.problem).toBeFocused()
      await expect(form.problem.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
      await expect(form.problem.getByRole('link')).toHaveText(Object.values(messages))
      await expect(page).toHaveTitle(`Error: ${post.title} · ${blog.name}`)
    })

    test('every mistake stands at its field in the same words, and the summary leads there', async ({
      page,
      post,
    }) => {
      await page.goto(post.path)
      const form = commentForm(page)
      await form.post(wrong)
      for (const field of fields) {
        await expect(form[field]).toHaveAttribute('aria-invalid', 'true')
        await expect(form[field]).toHaveAccessibleDescription(new RegExp(`^${messages[field]} `))
        await form.problem.getByRole('link', { name: messages[field] }).click()
        await expect(form[field]).toBeFocused()
      }
    })

    test('a refused form keeps what was typed in every field, and nothing is stored', {
      tag: '@any-window',
    }, async ({ page, db, post }) => {
      await page.goto(post.path)
      const form = commentForm(page)
      const typed = {
        body: `${post.words}\n\n<b>"Quoted" & 'kept'</b>\n  as typed`,
        name: 'Wren "W" <&>',
        email: 'wren at example',
        website: 'not a place',
      }
      // It is the browser that remembers.
      if (javaScriptEnabled) await form.remember.check()
      await form.post(typed)
      await expect(form.problem).toBeVisible()
      for (const field of fields) await expect(form[field]).toHaveValue(typed[field])
      await expect(form.remember).toBeChecked({ checked: javaScriptEnabled })
      expect(await listRows(db, post)).toEqual([])
    })

    test('a comment that is too long is kept, and its writer is told by how much', async ({ page, post }) => {
      await page.goto(post.path)
      const form = commentForm(page)
      const body = 'w'.repeat(10_240)
      await form.post({ body, name: 'Wren' })
      await expect(
        form.problem.getByRole('link', { name: 'Your comment is 240 characters too long' }),
      ).toBeVisible()
      await expect(form.body).toHaveValue(body)
    })

    test('what was wrong can be put right, and is then posted', async ({ page, db, post, blog }) => {
      await page.goto(post.path)
      const form = commentForm(page)
      await form.post({ body: post.words })
      await expect(form.problem).toBeVisible()
      await form.post({ name: 'Wren' })
      await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeVisible()
      await expect(page).toHaveTitle(`${post.title} · ${blog.name}`)
      expect(await listRows(db, post)).toMatchObject([{ body: post.words, name: 'Wren' }])
    })
  })
}

test('the thanks for a comment go when the next one has a mistake', async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren' })
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
  await form.post({ body: '' })
  await expect(form.problem.getByRole('link')).toHaveText([messages.body])
  await expect(form.status).toBeEmpty()
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeVisible()
})

test('nobody is corrected while typing', { tag: '@any-window' }, async ({ page, post, blog }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: 'One.', name: 'W', email: 'wren at', website: 'not a place' })
  await form.fill({ body: '', name: '' })
  await form.button.focus()
  await expect(form.problem).toHaveCount(0)
  for (const field of fields) await expect(form[field]).not.toHaveAttribute('aria-invalid')
  await expect(page).toHaveTitle(`${post.title} · ${blog.name}`)
})

test('a mistake goes when its field is right, and no other comes before the next try', {
  tag: '@any-window',
}, async ({ page, post, blog }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, email: 'wren at' })
  await expect(form.problem.getByRole('link')).toHaveText([messages.name, messages.email])

  await form.email.fill('wren at example')
  await expect(form.email, 'another mistake is one still').toHaveAttribute('aria-invalid', 'true')
  await expect(form.problem.getByRole('link')).toHaveText([messages.name, messages.email])
  await form.email.fill('wren@example.com')
  await expect(form.problem.getByRole('link')).toHaveText([messages.name])
  await expect(form.email).not.toHaveAttribute('aria-invalid')
  await form.body.fill('')
  await expect(form.body).not.toHaveAttribute('aria-invalid')

  await form.name.fill('Wren')
  await expect(form.problem).toHaveCount(0)
  await expect(page).toHaveTitle(`${post.title} · ${blog.name}`)
})

test('from four fifths of the longest comment on, the writer is told what is left', async ({
  page,
  post,
}) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.body.fill('w'.repeat(7_999))
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  await expect(page.getByText(/characters? (left|too many)/)).toHaveCount(0)
  await form.body.press('w')
  await expect(page.getByText('2000 characters left')).toBeVisible()
  // An emoji is one character to whoever types it.
  await form.body.fill('🧵'.repeat(9_999))
  await expect(page.getByText('1 character left')).toBeVisible()
  await form.body.fill('w'.repeat(10_002))
  await expect(page.getByText('2 characters too many')).toBeVisible()
})
