import { expect, test } from './test'

const post = '/posts/enough-for-a-hat'

// Nobody has touched the page yet, so no script of React runs.
test.use({ givesSign: false })

test('code is copied as it stands, and it is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.clock.install()
  await page.goto(post)
  const main = page.getByRole('main')
  const code = main.locator('pre').first()
  await main.getByRole('button', { name: 'Copy code' }).first().click()
  await expect(main.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect(main.getByRole('status').getByText('Copied').first()).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent())
  await page.clock.runFor(2_000)
  await expect(main.getByRole('button', { name: 'Copied' })).toHaveCount(0)
})

test('where the browser refuses to copy, the code is selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('Refused by the test.'))
  })
  await page.clock.install()
  await page.goto(post)
  const main = page.getByRole('main')
  const code = main.locator('pre').first()
  await main.getByRole('button', { name: 'Copy code' }).first().click()
  await expect(main.getByRole('status').getByText('The code is selected.').first()).toBeVisible()
  const selected = await page.evaluate(() => getSelection()?.toString().trim())
  expect(selected).toBe((await code.textContent())?.trim())
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('no button is offered that could not copy', async ({ page }) => {
    await page.goto(post)
    await expect(page.getByRole('main').locator('pre').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Copy code' })).toHaveCount(0)
  })
})
