import { listPosts } from './list-addresses'
import { expect, test } from './test'
import { narrow, wide } from './widths'

// Chromium says on the console that a page was not found, which here it is meant to be.
test.use({ allowedErrors: [/404 .*\/never-a-page/] })

test('the first Tab offers a way past the head of the page', async ({ page }) => {
  await page.goto('/posts/sometimes-we-fail')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the post' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

for (const address of [
  '/',
  '/archive',
  '/tags/wool',
  '/about',
  '/posts/sometimes-we-fail',
  '/never-a-page',
]) {
  test(`${address} has one head, one main part, one foot, and names for its navigation`, async ({ page }) => {
    await page.goto(address)
    for (const role of ['banner', 'main', 'contentinfo'] as const)
      await expect(page.getByRole(role)).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    const navigations = await page.getByRole('navigation').all()
    const named = page.getByRole('navigation', { name: /\S/ })
    await expect(named).toHaveCount(navigations.length)
  })
}

test.describe('lists, with a finger', () => {
  test.use({ hasTouch: true })

  for (const viewport of [{ width: 320, height: 740 }, narrow, { width: 720, height: 900 }, wide]) {
    test(`titles wrap and a row is one link, 44 px high or more, at ${viewport.width} px`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport)
      for (const address of ['/', '/archive', '/tags/wool']) {
        await page.goto(address)
        const rows = page
          .locator('main')
          .getByRole(address === '/archive' ? 'listitem' : 'article')
          .filter({
            has: page.getByRole('time'),
          })
        expect(await rows.count(), address).toBeGreaterThan(2)
        for (const row of await rows.all()) {
          const title = row.getByRole('link')
          const shown = await title.evaluate((link) => {
            const box = link.parentElement ?? link
            const cut =
              box.scrollWidth > box.clientWidth + 1 || getComputedStyle(box).textOverflow === 'ellipsis'
            return { cut, clamped: getComputedStyle(box).webkitLineClamp !== 'none' }
          })
          expect(shown, `${address}: ${await title.textContent()}`).toEqual({ cut: false, clamped: false })
          const stops = row.locator('a[href], button, input, summary, [tabindex="0"]')
          await expect(stops).toHaveCount(1)
          const box = await row.boundingBox()
          expect(box?.height).toBeGreaterThanOrEqual(44)
          const hit = await title.evaluate(
            (link, at) => {
              if (!at) return false
              const under = document.elementFromPoint(at.x + at.width / 2, at.y + at.height - 3)
              return under === link || link.contains(under)
            },
            await row.evaluate((element) => {
              element.scrollIntoView({ block: 'center', behavior: 'instant' })
              return element.getBoundingClientRect().toJSON()
            }),
          )
          expect(hit, `${address}: the foot of the row of ${await title.textContent()}`).toBe(true)
        }
      }
    })
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the archive lists every post under its year', async ({ page, request }) => {
    await page.goto('/archive')
    const posts = await listPosts(request)
    const main = page.getByRole('main')
    for (const address of posts) await expect(main.locator(`a[href="${address}"]`), address).toHaveCount(1)
    const year = page.getByRole('region', { name: '2024' })
    await expect(year.getByRole('link', { name: 'Four letters I did not post' })).toBeVisible()
  })

  test('a tag has its sentence, its count, its posts and a feed', async ({ page, request }) => {
    await page.goto('/tags/wool')
    const main = page.getByRole('main')
    await expect(main.getByText('Knitted, darned, eaten and undone.')).toBeVisible()
    const rows = main.getByRole('article')
    const count = await rows.count()
    await expect(main.getByText(new RegExp(`\\b${count} posts\\b`)).first()).toBeVisible()
    await expect(rows.getByRole('link', { name: 'Sometimes we fail' })).toBeVisible()
    const feed = main.locator('a[href$="/feed.xml"]')
    const answer = await request.get((await feed.getAttribute('href')) ?? '')
    expect(answer.status()).toBe(200)
    expect(await answer.text()).toContain('<title>Sometimes we fail</title>')
  })
})

test('an address nobody knows answers 404, with a way on', async ({ page }) => {
  const answer = await page.goto('/never-a-page')
  expect(answer?.status()).toBe(404)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: 'This thread comes to nothing.' })).toBeVisible()
  for (const title of ['The year of small repairs', 'A kind no', 'Four letters I did not post']) {
    await expect(main.getByRole('link', { name: title })).toBeVisible()
  }
  await expect(main.locator('a[href="/archive"]')).toBeVisible()
})
