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

test('the line under the title gives day, minutes and a way to the comments', async ({ page }) => {
  await page.goto('/posts/sometimes-we-fail')
  const head = page.getByRole('article').first()
  await expect(head.getByRole('time').first()).toHaveAttribute('datetime', /^2026-11-24/)
  await expect(head.getByText(/^\d+ min$/).first()).toBeVisible()
  await head
    .getByRole('link', { name: /comment/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /comment/i, level: 2 }).first()).toBeFocused()
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
      for (const address of ['/', '/archive', '/tags/wool', '/series/a-jumper-backwards', '/search?q=wool']) {
        await page.goto(address)
        const rows = page
          .locator('main')
          .getByRole(address === '/archive' ? 'listitem' : 'article')
          .filter({ has: page.getByRole('time') })
        expect(await rows.count(), address).toBeGreaterThan(2)
        expect(await rows.evaluateAll(findFaults), address).toEqual([])
      }
    })
  }
})

/** In the page: what is wrong with the rows of a list, each with its words. */
function findFaults(rows: Element[]): string[] {
  return rows.flatMap((row) => {
    const faults: string[] = []
    row.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, bottom, width, height } = row.getBoundingClientRect()
    if (height < 44) faults.push(`is ${height} px high`)
    const [link, ...more] = row.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')
    if (!link || more.length > 0) faults.push(`has ${more.length + (link ? 1 : 0)} tab stops`)
    const under = document.elementFromPoint(left + width / 2, bottom - 3)
    if (under !== link) faults.push('cannot be touched at its foot')
    const title = link?.parentElement
    if (title && title.scrollWidth > title.clientWidth + 1) faults.push('is wider than its place')
    if (title && getComputedStyle(title).textOverflow === 'ellipsis') faults.push('ends in an ellipsis')
    if (title && getComputedStyle(title).webkitLineClamp !== 'none') faults.push('is cut after some lines')
    return faults.map((fault) => `${row.textContent} ${fault}`)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the archive lists every post under its year', { tag: '@any-window' }, async ({ page, request }) => {
    await page.goto('/archive')
    const posts = await listPosts(request)
    const main = page.getByRole('main')
    for (const address of posts) await expect(main.locator(`a[href="${address}"]`), address).toHaveCount(1)
    const year = page.getByRole('region', { name: '2024' })
    await expect(year.getByRole('link', { name: 'Four letters I did not post' })).toBeVisible()
  })

  test('a tag has its sentence, its count, its posts and a feed', { tag: '@any-window' }, async ({
    page,
    request,
  }) => {
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

test('no link of the foot is left alone in its line', async ({ page }) => {
  await page.goto('/archive')
  const links = page.getByRole('navigation', { name: 'Foot' }).getByRole('link')
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top))
    for (const top of tops) expect(tops.filter((other) => other === top).length).toBeGreaterThan(1)
  }
})
