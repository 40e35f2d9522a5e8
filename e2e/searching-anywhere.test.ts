import type { Page } from '@playwright/test'
import { findViolations } from './find-violations'
import { expect, test } from './test'
import { narrow, wide } from './widths'

/** The search over a page, as somebody finds it who looks for parts by their names. */
function searchOver(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search the posts' }),
    status: dialog.getByRole('status'),
    posts: dialog.getByRole('option'),
    chosen: dialog.getByRole('option', { selected: true }),
  }
}

/** What the script asks, and not the page that the same address is. */
async function routeAnswers(page: Page, answer: 'fail' | Promise<unknown>) {
  await page.route('**/search?q=*', async (route) => {
    if (route.request().resourceType() !== 'fetch') return route.fallback()
    if (answer === 'fail') return route.abort()
    await answer
    return route.fallback()
  })
}

// One page of each kind: without React, with React that waits, with React at once.
for (const path of ['/archive', '/posts/sometimes-we-fail', '/search']) {
  test.describe(`on ${path}`, () => {
    test.use({ givesSign: false })

    for (const key of ['Control+k', 'Meta+k']) {
      test(`${key} opens the search, arrows choose, Enter opens the post`, async ({ page }) => {
        await page.goto(path)
        await page.keyboard.press(key)
        const { dialog, field, status, posts, chosen } = searchOver(page)
        await expect(field).toBeFocused()
        await expect(status).toHaveText('Newest posts')
        await expect(posts).toHaveCount(5)
        await expect(chosen).toHaveCount(0)

        await page.keyboard.type('fail')
        await expect(status).toHaveText(/^\d+ posts?$/)
        await expect(field).toHaveAttribute('aria-expanded', 'true')
        const all = await posts.all()
        expect(all.length).toBeGreaterThan(1)
        const expectChosen = async (place: number) => {
          await expect(chosen).toHaveCount(1)
          const id = (await all.at(place)?.getAttribute('id')) ?? ''
          await expect(chosen).toHaveId(id)
          await expect(field).toHaveAttribute('aria-activedescendant', id)
          await expect(chosen).toBeInViewport()
          await expect(field).toBeFocused()
        }
        await expectChosen(0)
        await expect(chosen.getByText('fail', { exact: true }).first()).toBeVisible()
        await page.keyboard.press('ArrowUp')
        await expectChosen(-1)
        await page.keyboard.press('ArrowDown')
        await expectChosen(0)
        await page.keyboard.press('ArrowDown')
        await expectChosen(1)
        const title = (await chosen.locator('h2').textContent()) ?? ''
        await page.keyboard.press('Enter')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
        await expect(dialog).toBeHidden()
      })
    }
  })
}

test('Esc and Close lead back to where the reader was, and the words stay for the next time', async ({
  page,
}) => {
  await page.goto('/')
  const from = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'About' })
  const { dialog, field, status } = searchOver(page)
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Close' }).click(),
  ]) {
    await from.focus()
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await page.keyboard.type('fail')
    await expect(status).toHaveText(/^\d+ posts?$/)
    await close()
    await expect(dialog).toBeHidden()
    await expect(from).toBeFocused()
  }
  await page.keyboard.press('Control+k')
  await expect(field).toHaveValue('fail')
  await expect(status).toHaveText(/^\d+ posts?$/)
})

test('whoever types elsewhere keeps their keys, and a search field hands over its words', async ({
  page,
}) => {
  const { dialog, field } = searchOver(page)
  await page.goto('/posts/sometimes-we-fail')
  for (const label of ['Your comment', 'Name']) {
    await page.getByRole('textbox', { name: label, exact: true }).focus()
    await page.keyboard.press('Control+k')
  }
  // A key that is heard comes after those that were not.
  await page.getByRole('radio', { name: 'System' }).focus()
  await page.keyboard.press('Control+Shift+k')
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.goto('/search')
  await page.getByRole('searchbox').fill('wool')
  await page.keyboard.press('Control+k')
  await expect(field).toHaveValue('wool')
})

test('in a comment Ctrl-K opens nothing and fetches nothing', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.goto('/posts/sometimes-we-fail')
  await page.getByLabel('Your comment').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Meta+k')
  await page.keyboard.type('Said.')
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  expect(fetched.filter((path) => path.includes('search'))).toEqual([])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('words that are nowhere stay in the field, and tags are offered', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const { dialog, field, status, posts } = searchOver(page)
  await expect(field).toBeFocused()
  await page.keyboard.type('xyzzy')
  await expect(status).toHaveText('Nothing for ‘xyzzy’. Try a tag:')
  await expect(posts).toHaveCount(0)
  await expect(field).toHaveValue('xyzzy')
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await dialog.getByRole('list', { name: 'Tags' }).getByRole('link', { name: /wool/ }).click()
  await expect(page).toHaveURL('/tags/wool')
})

test('a slow answer is said to be slow, and Enter does not wait for it', async ({ page }) => {
  await page.goto('/')
  let answer = () => {}
  await routeAnswers(page, new Promise<void>((resolve) => (answer = resolve)))
  await page.keyboard.press('Control+k')
  const { field, status, posts } = searchOver(page)
  await expect(status).toHaveText('Still looking …')
  answer()
  await expect(posts).toHaveCount(5)
  await page.unroute('**/search?q=*')

  await routeAnswers(page, new Promise(() => {}))
  await field.fill('wool')
  await field.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=wool$/)
})

test.describe('on a line that fails', () => {
  test.use({ allowedErrors: [/ERR_FAILED/] })

  test('it says that there was no answer, keeps the words, and asks again with the next ones', async ({
    page,
  }) => {
    await page.goto('/')
    await page.keyboard.press('Control+k')
    const { field, status, posts } = searchOver(page)
    await expect(posts).toHaveCount(5)
    await routeAnswers(page, 'fail')
    await field.fill('woo')
    await expect(status).toContainText('The search did not answer.')
    await expect(posts).toHaveCount(0)
    await expect(field).toHaveValue('woo')
    await page.unroute('**/search?q=*')
    await field.press('l')
    await expect(status).toHaveText(/^\d+ posts?$/)
  })

  test('where the dialog itself does not come, the page of the search does', async ({ page }) => {
    await page.goto('/')
    await page.route('**/search-dialog.js', (route) => route.abort())
    await page.keyboard.press('Control+k')
    await expect(page).toHaveURL('/search')
  })
})

test('a page that is left closes the dialog, as it may be shown again as it was', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const { dialog, field } = searchOver(page)
  await expect(field).toBeFocused()
  // This browser keeps no page that was left; others say so by the same event.
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await expect(dialog).toBeHidden()
})

for (const viewport of [wide, narrow, { width: 320, height: 256 }]) {
  test(`the dialog has room at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.goto('/')
    await page.keyboard.press('Control+k')
    const { dialog, field, chosen } = searchOver(page)
    await expect(field).toBeFocused()
    await page.keyboard.type('fail')
    await expect(chosen).toBeInViewport()
    const box = await dialog.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  })
}

test('axe finds nothing in the dialog, with posts, with none, in any look', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const { field, status } = searchOver(page)
  const found = []
  for (const [words, said] of [
    ['', 'Newest posts'],
    ['fail', /^\d+ posts?$/],
    ['xyzzy', /^Nothing/],
  ] as const) {
    await field.fill(words)
    await expect(status).toHaveText(said)
    found.push(...(await findViolations(page, `the search for “${words}”`)))
  }
  expect(found).toEqual([])
})

test('no page carries the dialog or the index before somebody searches', async ({ page, request }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  for (const path of ['/', '/archive', '/posts/sometimes-we-fail']) {
    await page.goto(path, { waitUntil: 'networkidle' })
  }
  expect(fetched.filter((path) => path.includes('search'))).toEqual([])
  for (const path of ['/.catalogue/search.json', '/search.json', '/search.next.json']) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
})
