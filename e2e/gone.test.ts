import { paint } from './paint'
import { expect, test } from './test'

// Chromium says on the console that the page is gone, which here it is meant to be.
test.use({ allowedErrors: [/410/] })

const gone = '/posts/ten-rules-for-mending'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what was taken down answers 410, says so, and leads on', async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      for (const address of [gone, `${gone}?utm_source=somewhere`]) {
        const answer = await page.goto(address)
        expect(answer?.status(), address).toBe(410)
        await page.waitForURL('/gone')
      }
      const main = page.getByRole('main')
      await expect(main.getByText(/unpicked for good/)).toBeVisible()
      await expect(main.getByRole('searchbox')).toBeVisible()
      await expect(main.getByRole('article')).toHaveCount(3)
      await expect(main.getByRole('link', { name: 'All posts' })).toHaveAttribute('href', '/archive')
      const { ground } = await paint(main.getByText(/unpicked for good/))
      expect(Math.max(...ground)).toBeLessThan(60)
      await main.getByRole('searchbox').fill('wool')
      await main.getByRole('button', { name: 'Search' }).click()
      await expect(page).toHaveURL(/\/search\?q=wool$/)
    })
  })
}

test('what is gone is in no map, and finders keep nothing of it', async ({ page, request }) => {
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(gone)
  await page.goto('/gone')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
})
