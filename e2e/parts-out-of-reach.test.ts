import type { Page } from '@playwright/test'
import { commentForm } from './comment-form'
import { cuttableLine } from './cuttable-line'
import { expect, test } from './test'

test.use({ allowedErrors: [/net::ERR_FAILED/] })

/** Opens a page, of whose own scripts nothing more can be fetched then, until the line is mended. */
async function openCutOff(page: Page, path: string) {
  const line = await cuttableLine(page, '**/_next/static/chunks/*.js')
  await page.goto(path, { waitUntil: 'networkidle' })
  line.cut()
  return line
}

test('without its checks the form says the mistakes that the server finds, and keeps what was typed', async ({
  page,
  post,
}) => {
  await openCutOff(page, post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren', email: 'wren at example' })
  await expect(form.problem).toBeFocused()
  await expect(form.email).toHaveAccessibleDescription(/^Enter an email like name@example\.com /)
  await expect(form.body).toHaveValue(post.words)
  await form.post({ email: '' })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeFocused()
})

test('what Mastodon needs is fetched again when its button is pressed again', async ({ page, post }) => {
  const line = await openCutOff(page, post.path)
  const main = page.getByRole('main')
  const button = main.getByRole('button', { name: 'Mastodon' })
  await button.click()
  await expect(main.getByRole('alert')).toHaveText('Not reached. Please press again.')
  line.mend()
  await button.click()
  await expect(page.getByLabel('Your Mastodon server')).toBeVisible()
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'true')
})
