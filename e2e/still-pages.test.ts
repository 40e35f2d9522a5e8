import { expect, test } from './test'

const still = [
  '/',
  '/archive',
  '/quotes',
  '/tags/patience',
  '/regulars',
  '/about',
  '/series/a-jumper-backwards',
  '/no/such/page',
]

// The browser says on the console that an address was not found.
test.use({ allowedErrors: [/404/] })

for (const path of still) {
  test(`${path} is read without a script of React, and the theme can be chosen`, async ({ page }) => {
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url())
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(scripts).toEqual([])
    expect(await page.content()).not.toContain('__next_f')
    // What waits for a script would wait for ever.
    const waiting = page.getByRole('main').locator('button:not(form[action] button)')
    await expect(waiting).toHaveCount(0)

    // By the keys: below a long archive, of which a part is laid out only once it is near, a press may meet what moved there.
    await page.getByRole('radio', { name: 'Dark' }).press('Space')
    await page.reload()
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark')
  })
}
