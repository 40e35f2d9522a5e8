import type { Page } from '@playwright/test'
import { expect, test } from './test'

const post = '/posts/sometimes-we-fail'

/** The share row of the post, and what it passes on. */
async function openRow(page: Page) {
  await page.goto(post)
  const row = page.getByRole('main').getByRole('group', { name: 'Pass it on' })
  const canonical = (await page.locator('link[rel=canonical]').getAttribute('href')) ?? ''
  return { row, canonical }
}

test.describe('the system’s own sheet', () => {
  test('is offered where there is one, and closing it is no error', async ({ page }) => {
    // It keeps what it is given, and is closed without a choice.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async (given: ShareData) => {
          document.documentElement.dataset.given = JSON.stringify(given)
          throw new DOMException('Share canceled', 'AbortError')
        },
      })
    })
    const { row, canonical } = await openRow(page)
    const share = row.getByRole('button', { name: 'Share…' })
    await expect(share).toBeVisible()
    const before = await row.ariaSnapshot()
    await share.click()
    const given = JSON.stringify({ title: 'Sometimes we fail', url: canonical })
    await expect(page.locator('html')).toHaveAttribute('data-given', given)
    // A later press is answered after what became of the first.
    await share.click()
    expect(await row.ariaSnapshot()).toBe(before)
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  })

  test('is not offered where there is none', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'share')
    })
    const { row } = await openRow(page)
    await expect(row.getByRole('button', { name: 'Mastodon' })).toBeVisible()
    await row.getByRole('button', { name: 'Copy link' }).click()
    await expect(row.getByRole('button', { name: 'Share…' })).toHaveCount(0)
  })
})

test('Copy link copies the address of the post, and says so once, for two seconds', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.clock.install()
  const { row, canonical } = await openRow(page)
  const status = row.getByRole('status')
  await status.evaluate((element) => {
    new MutationObserver(() => {
      element.setAttribute('data-said', (element.getAttribute('data-said') ?? '') + element.textContent)
    }).observe(element, { childList: true, characterData: true, subtree: true })
  })
  await page.clock.pauseAt(Date.now() + 60_000)
  await row.getByRole('button', { name: 'Copy link' }).click()
  await expect(row.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect(status).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(canonical)

  await page.clock.runFor(1_800)
  await expect(row.getByRole('button', { name: 'Copied' })).toBeVisible()
  await page.clock.runFor(400)
  await expect(row.getByRole('button', { name: 'Copy link' })).toBeVisible()
  await expect(status).toHaveText('')
  await expect(status).toHaveAttribute('data-said', 'Copied')
})

test('where the browser refuses to copy, the address is shown, selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('Refused by the test.'))
  })
  const { row, canonical } = await openRow(page)
  await row.getByRole('button', { name: 'Copy link' }).click()
  const field = row.getByRole('textbox', { name: 'Copy link' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(canonical)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(canonical)
  await expect(row.getByRole('button', { name: 'Copied' })).toHaveCount(0)
})
