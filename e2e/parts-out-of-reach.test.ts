import type { Page } from '@playwright/test'
import { commentForm } from './comment-form'
import { expect, test } from './test'

test.use({ allowedErrors: [/net::ERR_FAILED/] })

const chunks = '**/_next/static/chunks/*.js'

/** From now on nothing more of the page's own scripts can be fetched. */
async function cutOff(page: Page) {
  await page.waitForLoadState('networkidle')
  await page.route(chunks, (route) => route.abort())
}

test('without its checks the form says the mistakes that the server finds, and keeps what was typed', async ({
  page,
  post,
}) => {
  await page.goto(post.path)
  await cutOff(page)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren', email: 'wren at example' })
  await expect(form.problem).toBeFocused()
  await expect(form.email).toHaveAccessibleDescription(/^Enter an email like name@example\.com /)
  await expect(form.body).toHaveValue(post.words)
  await form.post({ email: '' })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeFocused()
})

test('what Mastodon needs is fetched again when its button is pressed again', async ({ page, post }) => {
  await page.goto(post.path)
  await cutOff(page)
  const main = page.getByRole('main')
  const button = main.getByRole('button', { name: 'Mastodon' })
  await button.click()
  await expect(main.getByRole('alert')).toHaveText('Not reached. Please press again.')
  await page.unroute(chunks)
  await button.click()
  await expect(page.getByLabel('Your Mastodon server')).toBeVisible()
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
})
