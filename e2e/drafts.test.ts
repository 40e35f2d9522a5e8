import { commentForm } from './comment-form'
import { holdScripts } from './hold-scripts'
import { expect, test } from './test'

test('a draft is there again after a reload, with a word about it, and nobody is asked whether to leave', async ({
  page,
  post,
}) => {
  const dialogs: string[] = []
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message())
    await dialog.accept()
  })
  await page.goto(post.path)
  const form = commentForm(page)
  const typed = { body: `${post.words}\n\nNot done yet`, name: 'Wren', website: 'wren.example' }
  // By keys: a browser asks nobody who has not touched the page whether to leave it.
  for (const field of ['body', 'name', 'website'] as const) {
    await form[field].click()
    await form[field].pressSequentially(typed[field])
  }
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  await page.reload()
  await expect(page.getByText(/^We kept your draft from \d\d:\d\d\./)).toBeVisible()
  await expect(form.body).toHaveValue(typed.body)
  await expect(form.name).toHaveValue(typed.name)
  await expect(form.website).toHaveValue(typed.website)
  expect(dialogs).toEqual([])
})

test('what was typed before the script arrived is kept, too', { tag: '@any-window' }, async ({
  page,
  post,
}) => {
  const release = await holdScripts(page)
  await page.goto(post.path, { waitUntil: 'commit' })
  const form = commentForm(page)
  await form.fill({ body: post.words })
  await expect(page.getByText('Draft saved on this device.')).toHaveCount(0)
  release()
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  await page.reload()
  await expect(form.body).toHaveValue(post.words)
})

test('what is typed before the script brings an earlier draft takes nothing of it away', {
  tag: '@any-window',
}, async ({ page, post }) => {
  const form = commentForm(page)
  await page.goto(post.path)
  await form.forAuthor.check()
  await form.fill({ body: post.words, name: 'Wren' })
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  const release = await holdScripts(page)
  await page.goto(post.path, { waitUntil: 'commit' })
  await form.fill({ body: 'And on another' })
  release()
  await expect(form.body).toHaveValue(`${post.words}\n\nAnd on another`)
  await page.keyboard.type(' day.')
  await page.reload()
  await expect(form.body).toHaveValue(`${post.words}\n\nAnd on another day.`)
  await expect(form.name).toHaveValue('Wren')
  await expect(form.forAuthor).toBeChecked()
})

test('Discard empties the form, for good', async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words })
  await page.reload()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(form.body).toHaveValue('')
  await expect(page.getByText('We kept your draft')).toHaveCount(0)
  await page.reload()
  await expect(form.body).toHaveValue('')
})

test('a draft of today says at what time it was typed, and one of another day the day', {
  tag: '@any-window',
}, async ({ page, post }) => {
  // The reader's clock, in London's winter.
  await page.clock.setFixedTime('2026-11-21T14:05:00Z')
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words })
  for (const [now, said] of [
    ['2026-11-21T23:59:00Z', '14:05'],
    ['2026-11-22T00:01:00Z', '21 Nov'],
  ] as const) {
    await page.clock.setFixedTime(now)
    await page.reload()
    await expect(page.getByText('We kept your draft from ')).toHaveText(
      `We kept your draft from ${said}.Discard`,
    )
  }
})

test('a draft stays with its post', { tag: '@any-window' }, async ({ page, post }) => {
  await page.goto(post.path)
  await commentForm(page).fill({ body: post.words })
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  await page.goto('/posts/sometimes-we-fail')
  await expect(commentForm(page).body).toHaveValue('')
})

test('a comment that is posted leaves behind on the device that there is one, and nothing of it', {
  tag: '@any-window',
}, async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren', email: 'wren@example.com' })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeVisible()
  // By it the page knows to ask what its writer may still change.
  const kept = await page.evaluate(() => Object.entries(localStorage))
  // That the post was read to its end says nothing of the comment.
  expect(kept.filter(([key]) => key !== 'read')).toEqual([[`comments-here:${post.slug}`, '{"here":true}']])
})

test('a draft holds no e-mail address', { tag: '@any-window' }, async ({ page, post }) => {
  await page.goto(post.path)
  await commentForm(page).fill({ email: 'wren@example.com', body: post.words })
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).toContain(post.words)
  expect(kept).not.toContain('wren@example.com')
})

test('a reader who asks to be remembered need not write their name again, and can change it', async ({
  page,
  post,
}) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.remember.check()
  await form.post({ body: post.words, name: 'Wren', email: 'wren@example.com', website: 'wren.example' })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeVisible()

  await page.goto('/posts/sometimes-we-fail')
  await expect(page.getByText('Posting as Wren.')).toBeVisible()
  await expect(form.name).toBeHidden()
  await page.getByRole('button', { name: 'Change' }).click()
  await expect(form.name).toHaveValue('Wren')
  await expect(form.email).toHaveValue('wren@example.com')
  await expect(form.website).toHaveValue('wren.example')
  await expect(form.remember).toBeChecked()
})

test('a reader who no longer asks for it is forgotten', { tag: '@any-window' }, async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.remember.check()
  await form.post({ body: post.words, name: 'Wren' })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeVisible()
  await page.getByRole('button', { name: 'Change' }).click()
  await form.remember.uncheck()
  await form.post({ body: 'And another thing.' })
  await expect(page.getByRole('article', { name: 'Comment 2 by Wren' })).toBeVisible()
  await page.reload()
  await expect(form.name).toBeVisible()
  await expect(form.name).toHaveValue('')
})
