import { dueQuote, specialPosts } from './fixture-posts'
import { listPosts } from './list-addresses'
import { expect, test } from './test'

const post = '/posts/sometimes-we-fail'
const words = 'You can hold the pieces for as long as you need to. They are not getting any more broken.'

test('every quote of every post hangs on the wall once, and leads to its sentence and to X', async ({
  page,
  request,
}) => {
  let cards = 0
  const special = [specialPosts.alone, specialPosts.arabic].map((slug) => `/posts/${slug}`)
  for (const address of [...(await listPosts(request)), ...special]) {
    cards += (await (await request.get(address)).text()).match(/<figure class="pull /g)?.length ?? 0
  }
  expect(cards).toBeGreaterThan(5)

  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quotes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sentences that held')
  const patches = page
    .getByRole('main')
    .getByRole('figure', { name: 'Quote' })
    .filter({ hasNotText: dueQuote })
  await expect(patches).toHaveCount(cards)

  const patch = patches.filter({ hasText: words })
  const intent = new URL(
    (await patch.getByRole('link', { name: /^Click to Tweet: You can/ }).getAttribute('href')) ?? '',
  )
  expect(intent.searchParams.get('text')).toBe(words)
  expect(intent.searchParams.get('url')).toMatch(new RegExp(`${post}$`))
  await patch.getByRole('link', { name: 'Sometimes we fail' }).click()
  await expect(page).toHaveURL(new RegExp(`${post}#q-1$`))
  await expect(page.getByRole('blockquote').filter({ hasText: words })).toBeInViewport({ ratio: 1 })
})

test('the patches lie side by side without a hole, in any window', async ({ page }) => {
  for (const width of [1280, 800, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/quotes')
    const { covered, whole, wide } = await page.locator('.quilt').evaluate((quilt) => {
      const area = (element: Element) => {
        const { width, height } = element.getBoundingClientRect()
        return (width + 5) * (height + 5)
      }
      return {
        covered: [...quilt.children].reduce((sum, patch) => sum + area(patch), 0),
        whole: area(quilt),
        wide: document.documentElement.scrollWidth,
      }
    })
    expect(Math.abs(covered - whole) / whole, `${width} px`).toBeLessThan(0.005)
    expect(wide).toBeLessThanOrEqual(width)
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the address of a quote leads on to its sentence, which is lit up and in view', async ({ page }) => {
    await page.goto(`${post}/quotes/1`)
    await expect(page).toHaveURL(new RegExp(`${post}#q-1$`))
    const card = page.getByRole('figure', { name: 'Quote' }).filter({ hasText: words })
    await expect(card.getByRole('blockquote')).toBeInViewport({ ratio: 1 })
    await page.goto(post)
    const plain = await card.evaluate((element) => getComputedStyle(element).backgroundColor)
    await page.goto(`${post}/quotes/1`)
    await expect(page).toHaveURL(new RegExp(`${post}#q-1$`))
    await expect(card).not.toHaveCSS('background-color', plain)
  })
})

test('the page of a quote has a head of its own, and tells the words and the way to those who stay', async ({
  request,
  baseURL,
}) => {
  const path = `${post}/quotes/1`
  const answer = await request.get(path)
  expect(answer.status()).toBe(200)
  const html = await answer.text()
  const meta = (name: string) =>
    new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1]
  expect(html).toContain(`<link rel="canonical" href="${baseURL}${path}"/>`)
  expect(meta('og:url')).toBe(`${baseURL}${path}`)
  expect(meta('og:title')).toBe(`“${words}”`)
  expect(meta('description')).toContain('Sometimes we fail')
  expect(html).toContain(`<p>${words}</p>`)
  expect(html).toMatch(new RegExp(`href="${post}#q-1:~:text=You%20can%20hold%20the%20pieces`))
  expect(html).toMatch(/http-equiv="refresh" content="0; url=\/posts\/sometimes-we-fail#q-1:~:text=/)
})

test('what is no quote is not found, at the first request as at the second', async ({ request }) => {
  const scheduled = `/posts/${specialPosts.scheduled}`
  for (const path of [
    `${post}/quotes/2`,
    `${post}/quotes/01`,
    `${post}/quotes/x`,
    '/posts/nope/quotes/1',
    `${scheduled}/quotes/1`,
  ]) {
    for (const answer of [await request.get(path), await request.get(path)])
      expect(answer.status(), path).toBe(404)
  }
})
