import type { Page } from '@playwright/test'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { holdPost } from './hold-post'
import { expect, test } from './test'

test.use({ allowedErrors: [/status of 500|net::ERR_/] })

/** What can go wrong between a reader and the blog: what they are told, and how it begins and ends. */
const failures: {
  name: string
  words: string
  /** Before the page is open, and once it is. */
  hold?: (page: Page) => Promise<void>
  begin?: (page: Page) => Promise<void>
  /** After the form was sent. */
  fail?: (page: Page) => Promise<void>
  end?: (page: Page) => Promise<void>
}[] = [
  {
    name: 'the server answers with an error',
    words: 'Not posted yet. Your text is safe. We could not reach the server.',
    hold: async (page) => {
      const held = await holdPost(page)
      void held.arrived.then((route) => route.fulfill({ status: 500 }))
    },
  },
  {
    name: 'the reader is offline',
    words: 'Not posted yet. You are offline. Your draft is saved.',
    begin: (page) => page.context().setOffline(true),
    end: (page) => page.context().setOffline(false),
  },
  {
    name: 'the answer is lost on its way',
    words: 'Not posted yet. Your text is safe. We could not reach the server.',
    hold: async (page) => {
      const held = await holdPost(page)
      void held.arrived.then(async (route) => {
        await route.fetch()
        await route.abort()
      })
    },
  },
  {
    name: 'nobody answers for half a minute',
    words: 'Not posted yet. Your text is safe. We could not reach the server.',
    hold: async (page) => {
      await holdPost(page)
    },
    fail: (page) => page.clock.fastForward(30_000),
  },
]

for (const { name, words, hold, begin, fail, end } of failures) {
  test(`when ${name} the text stays, and Try again posts it once`, async ({ page, db, post }) => {
    await page.clock.install()
    await hold?.(page)
    await page.goto(post.path)
    const form = commentForm(page)
    const body = `${post.words}\n\n  Two lines, *as typed*.`
    await begin?.(page)
    await form.post({ body, name: 'Wren' })
    await expect(form.mine).toContainText(post.words)
    await fail?.(page)

    await expect(form.status).toHaveText(words)
    expect(await form.mine.locator('.c-typed').textContent()).toBe(body)
    await expect(form.body).toHaveValue(body)
    await expect(form.button).toBeEnabled()
    const retry = page.getByRole('button', { name: 'Try again' })
    await expect(retry).toBeFocused()
    await expect(retry).toBeInViewport()
    await expect(retry).toHaveAccessibleDescription(words)

    await end?.(page)
    await retry.click()
    await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeFocused()
    expect(await listRows(db, post)).toMatchObject([{ body, number: 1 }])
  })
}

test('an answer that comes after all is still good news', { tag: '@any-window' }, async ({
  page,
  db,
  post,
}) => {
  await page.clock.install()
  const held = await holdPost(page)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren' })
  const route = await held.arrived
  await page.clock.fastForward(30_000)
  await expect(form.status).toContainText('Not posted yet.')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused()
  await route.continue()
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  // In the list, or above the form until the list comes.
  await expect(page.locator('article:focus, .sending:focus')).toHaveCount(1)
  expect(await listRows(db, post)).toMatchObject([{ body: post.words }])
})

test('whoever went on to another field is not taken away from it by a failure', async ({ page, post }) => {
  const held = await holdPost(page)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren' })
  await form.email.fill('wren@example')
  await (await held.arrived).abort()
  await expect(form.status).toContainText('Not posted yet.')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(form.email).toBeFocused()
})

test('Edit leads back to the text, and what is then posted is what it says now', async ({
  page,
  db,
  post,
}) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await page.context().setOffline(true)
  await form.post({ body: 'First thoughts.', name: 'Wren' })
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(form.body).toBeFocused()
  await expect(form.mine).toHaveCount(0)
  await page.context().setOffline(false)
  await form.post({ body: post.words })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeFocused()
  expect(await listRows(db, post)).toMatchObject([{ body: post.words }])
})

test('a comment that failed is there again after a reload', { tag: '@any-window' }, async ({
  page,
  post,
}) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await page.context().setOffline(true)
  await form.post({ body: post.words, name: 'Wren' })
  await expect(form.status).toContainText('Not posted yet.')
  await page.context().setOffline(false)
  await page.reload()
  await expect(form.body).toHaveValue(post.words)
  await expect(form.name).toHaveValue('Wren')
})
