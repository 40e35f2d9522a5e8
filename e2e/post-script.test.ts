import { specialPosts } from './fixture-posts'
import { listPosts } from './list-addresses'
import { expect, test } from './test'

const post = '/posts/sometimes-we-fail'

test('the postscript is one link, and all of it can be clicked', async ({ page }) => {
  await page.goto(post)
  const card = page.getByRole('complementary', { name: 'You might enjoy' })
  await expect(card).toHaveCount(1)
  const link = card.getByRole('link')
  await expect(link).toHaveCount(1)
  const href = (await link.getAttribute('href')) ?? ''
  const box = await card.boundingBox()
  await card.click({ position: { x: 4, y: (box?.height ?? 0) - 4 } })
  await expect(page).toHaveURL(new RegExp(`${href}$`))
})

test('the postscript comes after the text, at most once, and leads to another post', async ({
  page,
  request,
}) => {
  const posts = await listPosts(request)
  let withCard = 0
  for (const address of posts) {
    await page.goto(address)
    const card = page.getByRole('complementary', { name: 'You might enjoy' })
    const times = await card.count()
    expect(times, address).toBeLessThanOrEqual(1)
    if (times === 0) continue
    withCard++
    const target = await card.getByRole('link').getAttribute('href')
    expect(posts).toContain(target)
    expect(target).not.toBe(address)
    const isAfter = await card.evaluate((element) => {
      const text = element.ownerDocument.querySelector('.prose')
      return text?.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING
    })
    expect(isAfter, address).toBe(true)
    const comments = page.getByRole('heading', { name: /comment/i, level: 2 }).first()
    expect((await card.boundingBox())?.y).toBeLessThan((await comments.boundingBox())?.y ?? 0)
  }
  expect(withCard).toBeGreaterThan(1)
})

test('a post with nothing related has no postscript, and no empty box for one', async ({ page }) => {
  await page.goto(`/posts/${specialPosts.alone}`)
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page.getByText('P.S.')).toHaveCount(0)
  await expect(page.getByText('you might enjoy')).toHaveCount(0)
})

test('what this reader has read to its end is left out, and nobody is told', async ({ page }) => {
  const card = page.getByRole('complementary', { name: 'You might enjoy' })
  await page.goto(post)
  const first = (await card.getByRole('link').getAttribute('href')) ?? ''
  await page.goto(first)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(post)
  // Opened is not read.
  await expect(card.getByRole('link')).toHaveAttribute('href', first)

  const requests: string[] = []
  page.on('request', (request) => requests.push(`${request.method()} ${request.postData() ?? ''}`))
  await page.goto(first)
  await page.locator('.prose > :last-child').evaluate((end) => end.scrollIntoView())
  await expect.poll(() => page.evaluate(() => localStorage.getItem('read'))).toContain(first)
  expect(requests.filter((request) => request !== 'GET ')).toEqual([])

  await page.goto(post)
  await expect(card).toHaveCount(1)
  const second = (await card.getByRole('link').getAttribute('href')) ?? ''
  expect([post, first]).not.toContain(second)

  const spare = page.locator('.ps a')
  const all = await spare.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  await page.evaluate((read) => localStorage.setItem('read', read), JSON.stringify(all))
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(card).toHaveCount(0)
})

test('a short post is not read at once: its end is looked at for three seconds', async ({
  page,
  post: short,
}) => {
  await page.clock.install({ time: '2026-01-01T08:00:00' })
  await page.clock.pauseAt('2026-01-01T09:00:00')
  await page.goto(short.path)
  const end = page.locator('.prose > :last-child')
  const read = () => page.evaluate(() => localStorage.getItem('read'))
  await expect(end).toBeInViewport()
  await page.clock.runFor(2_000)
  expect(await read()).toBeNull()
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  await expect(end).not.toBeInViewport()
  await page.clock.runFor(5_000)
  expect(await read()).toBeNull()

  await end.scrollIntoViewIfNeeded()
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000)
      return read()
    })
    .toContain(short.path)
})

for (const damaged of ['words', '{"a":1}', '[1,null]']) {
  test(`what is damaged in the browser hides no postscript: ${damaged}`, async ({ page }) => {
    await page.goto(post)
    await page.evaluate((read) => localStorage.setItem('read', read), damaged)
    await page.reload()
    await expect(page.getByRole('complementary', { name: 'You might enjoy' })).toHaveCount(1)
    await page.locator('.prose > :last-child').evaluate((end) => end.scrollIntoView())
    await expect.poll(() => page.evaluate(() => localStorage.getItem('read'))).toContain(post)
  })
}

test('what is recommended leads back to where it was', async ({ page }) => {
  await page.goto(post)
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('complementary', { name: 'You might enjoy' }).getByRole('link').click()
  const back = page.getByText(/^Recommended in/)
  await back.getByRole('link', { name: title, exact: true }).click()
  await expect(page).toHaveURL(post)
})

test('a post that ends in a script counts as read at its end, too', async ({ page }) => {
  const withCode = '/posts/enough-for-a-hat'
  await page.goto(withCode)
  await expect(page.locator('.prose > script')).toHaveCount(1)
  await page.getByText('P.S.').first().scrollIntoViewIfNeeded()
  await page.locator('.prose > :not(script)').last().scrollIntoViewIfNeeded()
  await expect.poll(() => page.evaluate(() => localStorage.getItem('read'))).toContain(withCode)
})
