import { expect, test } from './test'

// Chromium says on the console that a page was not found, which here it is meant to be.
test.use({ allowedErrors: [/404 .*\/never-a-page/] })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a word is typed on any page’s way to the search, and the posts that say it are shown with it marked', async ({
      page,
    }) => {
      await page.goto('/')
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click()
      await page.getByRole('searchbox', { name: 'Search the posts' }).fill('fail')
      await page.getByRole('searchbox', { name: 'Search the posts' }).press('Enter')
      await expect(page).toHaveURL(/\/search\?q=fail$/)
      await expect(page).toHaveTitle(/“fail” · Search/)
      const main = page.getByRole('main')
      await expect(main.getByRole('status')).toHaveText(/^\d+ posts?$/)
      const best = main.getByRole('article').first()
      await expect(best.getByRole('heading')).toHaveText('Sometimes we fail')
      await expect(best.locator('mark').first()).toHaveText(/^fail/i)
      await expect(page.getByRole('searchbox', { name: 'Search the posts' })).toHaveValue('fail')
      await best.getByRole('link').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sometimes we fail')
    })
  })
}

test('a search that finds nothing keeps the words and offers tags', async ({ page }) => {
  await page.goto('/search?q=xyzzy')
  const main = page.getByRole('main')
  await expect(main.getByRole('status')).toHaveText('Nothing for ‘xyzzy’. Try a tag:')
  await expect(main.getByRole('searchbox')).toHaveValue('xyzzy')
  await main.getByRole('list', { name: 'Tags' }).getByRole('link', { name: /wool/ }).click()
  await expect(page).toHaveURL('/tags/wool')
})

test('what is there as it was typed comes alone, and a guess says that it is one', async ({ page }) => {
  const main = page.getByRole('main')
  await page.goto('/search?q=jumper')
  await expect(main.getByRole('status')).toHaveText(/^\d+ posts?$/)
  await page.goto('/search?q=jumpper')
  await expect(main.getByRole('status')).toHaveText(
    /^Nothing for ‘jumpper’ as it is written. With words like it: \d+ posts?$/,
  )
  await expect(main.getByRole('article').first().locator('mark').first()).toHaveText(/^jumper/i)
})

test('a post that was found by its tag shows the tag, marked', async ({ page }) => {
  await page.goto('/search?q=patience')
  const tagged = page.getByRole('main').getByRole('article').filter({ hasText: 'Tagged patience' })
  await expect(
    tagged
      .first()
      .locator('mark')
      .filter({ hasText: /^patience$/ })
      .first(),
  ).toBeVisible()
})

test('a search for nothing shows the newest posts', async ({ page }) => {
  await page.goto('/search')
  await expect(page.getByRole('region', { name: 'Newest posts' }).getByRole('article')).toHaveCount(5)
})

test('whoever is lost can search', async ({ page }) => {
  await page.goto('/never-a-page')
  await page.getByRole('searchbox', { name: 'Search the posts' }).fill('jumper')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/\/search\?q=jumper$/)
  await expect(page.getByRole('main').getByRole('article').first()).toContainText(/jumper/i)
})

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '\u202Ebackwards',
  'x'.repeat(2_000),
  '%00%ff',
]
for (const [number, payload] of payloads.entries()) {
  test(`what is searched stays words, however it is written (${number + 1})`, async ({ page }) => {
    const answer = await page.goto(`/search?q=${encodeURIComponent(payload)}`)
    expect(answer?.status()).toBe(200)
    const kept = payload.slice(0, 200)
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue(kept)
    await expect(page.getByRole('main').getByRole('img')).toHaveCount(0)
  })
}

test('an address that asks twice, or asks strangely, is answered', async ({ request }) => {
  for (const query of ['q=wool&q=fail', 'q[]=wool', 'q', 'q=%E0%A4%A', 'other=1']) {
    expect((await request.get(`/search?${query}`)).status(), query).toBe(200)
  }
})
