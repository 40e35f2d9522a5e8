import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { holdPost } from './hold-post'
import { openPlainForm, postPlainly, readPlainForm } from './plain-form'
import { expect, test } from './test'

const body = [
  'I read *this* on the **bus**, see https://example.com/bus.',
  '',
  '> Nobody answers.',
  '',
  '<b>Not bold</b> & <img src=x onerror=alert(1)>',
  'and `code` &lt;as typed&gt;',
  '',
  '```',
  'npx unpick',
  '```',
  '# no heading',
].join('\n')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a preview is what the published comment will be, and stores nothing', async ({
      page,
      db,
      post,
    }) => {
      await page.goto(post.path)
      const form = commentForm(page)
      const typed = { name: 'Wren <W>', email: 'wren@example.com', website: 'wren.example' }
      // The same words from two tests would be held as a copy.
      const text = `${body}\n\n${post.words}`
      await form.fill({ body: text, ...typed })
      await form.previewButton.click()
      await expect(form.preview).toBeVisible()
      await expect(form.preview).toContainText('Wren <W>')
      await expect(form.preview).toContainText('<b>Not bold</b> & <img src=x onerror=alert(1)>')
      const shown = await form.preview.locator('.c-body').evaluate((element) => element.outerHTML)
      expect(await listRows(db, post)).toEqual([])
      await expect(form.body).toHaveValue(text)
      for (const field of ['name', 'email', 'website'] as const)
        await expect(form[field]).toHaveValue(typed[field])

      await form.button.click()
      const published = page.getByRole('article', { name: 'Comment 1 by Wren <W>' })
      await expect(published).toBeVisible()
      expect(await published.locator('.c-body').evaluate((element) => element.outerHTML)).toBe(shown)
      await expect(form.preview).toHaveCount(0)
    })

    test('a preview needs a text, and nothing else yet', async ({ page, post }) => {
      await page.goto(post.path)
      const form = commentForm(page)
      await form.fill({ email: 'wren at' })
      await form.previewButton.click()
      await expect(form.problem).toBeFocused()
      await expect(form.problem.getByRole('link')).toHaveText(['Write a comment before posting'])
      await expect(form.email).toHaveValue('wren at')
      await form.fill({ body: post.words })
      await form.previewButton.click()
      await expect(form.preview).toContainText(post.words)
      await expect(form.problem).toHaveCount(0)
    })
  })
}

test('without JavaScript the heaviest preview can be posted from, and so can a text too heavy for one', {
  tag: '@any-window',
}, async ({ baseURL, post }) => {
  const address = baseURL + post.path
  for (const [body, isShown] of [
    ['a\n'.repeat(5_000).trimEnd(), true],
    ['*a*\n'.repeat(2_500).trimEnd(), false],
  ] as const) {
    const typed = { body, name: 'Wren', website: 'x'.repeat(40_000) }
    const answer = await postPlainly(await openPlainForm(address), { ...typed, intent: 'preview' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html.includes('id="preview-h"')).toBe(isShown)
    expect(html.includes('It can be posted all the same.')).toBe(!isShown)
    // What was answered comes back beside what is typed.
    const again = readPlainForm(address, html)
    expect((await postPlainly(again, { ...typed, intent: 'preview' })).status).toBe(200)
    expect((await postPlainly(again, { ...typed, website: '' })).status).toBe(303)
  }
})

test('whoever looks at a preview comes back to the same place in the text', async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words })
  await form.body.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(4, 6))
  await form.previewButton.click()
  await expect(form.preview).toBeFocused()
  await page.getByRole('button', { name: 'Back to your text' }).click()
  await expect(form.body).toBeFocused()
  await expect(form.preview).toHaveCount(0)
  expect(
    await form.body.evaluate((field: HTMLTextAreaElement) => [
      field.value,
      field.selectionStart,
      field.selectionEnd,
    ]),
  ).toEqual([post.words, 4, 6])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a link leads from a preview back to the text', async ({ page, post }) => {
    await page.goto(post.path)
    const form = commentForm(page)
    await form.fill({ body: post.words })
    await form.previewButton.click()
    await form.preview.getByRole('link', { name: 'Back to your text' }).click()
    await expect(form.body).toBeInViewport()
    await expect(form.body).toHaveValue(post.words)
    await expect(form.preview).toContainText(post.words)
  })
})

test('a preview goes when its text changes', { tag: '@any-window' }, async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words })
  await form.previewButton.click()
  await expect(form.preview).toContainText(post.words)
  await form.fill({ name: 'Wren' })
  await expect(form.preview).toBeVisible()
  await form.fill({ body: 'Other words.' })
  await expect(form.preview).toHaveCount(0)
})

test.describe('when nobody answers', () => {
  test.use({ allowedErrors: [/net::ERR_FAILED/] })

  test('a preview that cannot be made says so and keeps the text', async ({ page, post }) => {
    const { arrived } = await holdPost(page)
    await page.goto(post.path)
    const form = commentForm(page)
    await form.fill({ body: post.words })
    await form.previewButton.click()
    await (await arrived).abort()
    await expect(form.problem).toContainText('Your text is safe.')
    await expect(form.body).toHaveValue(post.words)
  })
})
