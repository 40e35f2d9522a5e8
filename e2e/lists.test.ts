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

test('a part of a series says which it is, and leads to the others and to the whole', async ({ page }) => {
  await page.goto('/posts/moths-a-negotiation')
  const article = page.getByRole('article').first()
  await expect(article.getByText('2 of 3 in')).toBeVisible()
  const parts = page.getByRole('navigation', { name: 'A jumper, backwards' })
  await expect(parts.getByRole('listitem')).toHaveText([
    'The last stitch first',
    'Moths: a negotiation',
    'Enough for a hat',
  ])
  await expect(parts.getByRole('link')).toHaveCount(2)
  await article.getByRole('link', { name: 'A jumper, backwards' }).first().click()
  await expect(page).toHaveURL('/series/a-jumper-backwards')
})

test('a post leads to the one before it and the one after it, and these lead back', async ({ page }) => {
  await page.goto('/archive')
  const titles = await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('time') })
    .getByRole('link')
    .allTextContents()
  const [newest = '', second = '', third = ''] = titles
  const beside = page.getByRole('navigation', { name: 'Newer and older posts' }).getByRole('link')
  await page.getByRole('main').getByRole('link', { name: second, exact: true }).click()
  await expect(beside).toHaveText([`Older${third}`, `Newer${newest}`])
  await beside.last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(newest)
  await expect(beside).toHaveText([`Older${second}`])
})

test('whoever comes for the first time finds the author’s picks on home, each with why', async ({ page }) => {
  await page.goto('/')
  const picks = page.getByRole('complementary', { name: 'Elsewhere on this blog' })
  await expect(picks.getByRole('heading', { name: 'Start here' })).toBeVisible()
  for (const [title, why] of [
    ['The year of small repairs', 'The long one. People have read it in the bath.'],
    ['A kind no', 'Sent on by strangers more than anything else here.'],
    ['Four letters I did not post', 'The first thing I wrote. I have left the mistakes in.'],
  ] as const) {
    const pick = picks.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) })
    await expect(pick).toContainText(why)
  }
})

test('a tag leads to those that often stand beside it', async ({ page }) => {
  await page.goto('/tags/wool')
  const related = page.getByRole('list', { name: 'Related tags' }).getByRole('link')
  await expect(related).not.toHaveCount(0)
  await expect(related.filter({ hasText: /^wool\d/ })).toHaveCount(0)
  const name = (await related.first().textContent())?.replace(/\d+$/, '') ?? ''
  await related.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(
    page.getByRole('list', { name: 'Related tags' }).getByRole('link', { name: /^wool/ }),
  ).toBeVisible()
})

for (const path of ['/posts', '/series', '/tags']) {
  test(`${path}, the address above many pages, leads to where all of them are listed`, async ({ page }) => {
    await page.goto(path)
    await expect(page).toHaveURL('/archive')
    await expect(page.getByRole('main').getByRole('link', { name: /^wool/ })).toHaveAttribute(
      'href',
      '/tags/wool',
    )
  })
}

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
