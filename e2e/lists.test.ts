import { talkedTitle } from './fixture-posts'
import { expect, test } from './test'

test('a series stands in the order it is to be read', async ({ page }) => {
  await page.goto('/series/a-jumper-backwards')
  await expect(page.getByRole('main').getByRole('listitem').getByRole('link')).toHaveText([
    'The last stitch first',
    'Moths: a negotiation',
    'Enough for a hat',
  ])
})

test('the strip of a year has a stitch for every post of it', async ({ page }) => {
  await page.goto('/archive')
  for (const year of await page.locator('.year').all()) {
    const paths = await year
      .locator('.year-strip path')
      .evaluateAll((all) => all.map((path) => path.getAttribute('d')))
    expect(paths.join('').match(/M/g)).toHaveLength(await year.locator('.entry').count())
  }
})

test('home tells of the newest comment, and leads to it', async ({ page, post }) => {
  test.setTimeout(120_000)
  await page.goto(post.path)
  await page.getByLabel('Your comment').fill(`${post.words} *Truly.*`)
  await page.getByLabel('Name', { exact: true }).fill('Wren')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Posted. Thank you')).toBeVisible()

  const newest = page.getByRole('complementary').getByRole('link', { name: /, on / }).first()
  // Home is made again at most once a minute, and shows the two newest comments of a busy run.
  await expect(async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Lately, from the comments' })).toBeVisible({
      timeout: 500,
    })
    // What stood there when the site was built.
    await expect(newest).not.toHaveAccessibleName(new RegExp(talkedTitle), { timeout: 500 })
  }).toPass({ timeout: 90_000 })
  await newest.click()
  await expect(page).toHaveURL(/\/posts\/[^/]+#c-\d+$/)
})

test('every page is closed to the scripts and frames of others', async ({ request }) => {
  for (const path of ['/', '/archive', '/posts/on-waiting', '/feed.xml', '/no/such/page']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain("default-src 'self'")
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
})

test('a font of the build is taken for nothing else, and carries no policy of pages', async ({
  page,
  request,
}) => {
  await page.goto('/')
  const font = await page.locator('link[as=font]').first().getAttribute('href')
  const headers = (await request.get(font ?? '')).headers()
  expect(headers['content-type']).toBe('font/woff2')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toBeUndefined()
})

test('what does not exist is a 404 at once, for whoever asks and however', async ({ request }) => {
  expect((await request.get('/tags/nope/feed.xml')).status()).toBe(404)
  for (const path of ['/tags/nope', '/series/nope', '/nope']) {
    expect((await request.get(path)).status(), path).toBe(404)
    expect((await request.post(path)).status(), `POST ${path}`).toBe(404)
  }
})

test('an old address leads to the post for good', async ({ request }) => {
  const answer = await request.get('/a-gentle-no', { maxRedirects: 0 })
  expect(answer.status()).toBe(308)
  expect(answer.headers().location).toBe('/posts/a-kind-no')
})
