import { routeAnswers, searchOver } from './search-over'
import { expect, test } from './test'

test('what is typed while the dialog is on its way stands in it', async ({ page }) => {
  let come = () => {}
  const released = new Promise<void>((resolve) => (come = resolve))
  await page.route('**/search-dialog.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/')
  const { field, status, chosen } = searchOver(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('fa')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('i')
  come()
  await expect(field).toBeFocused()
  await page.keyboard.type('l')
  await expect(field).toHaveValue('fail')
  await expect(status).toHaveText(/^\d+ posts?$/)
  await expect(chosen).toHaveCount(1)
})

test('a slow answer is said to be slow, and Enter does not wait for it', async ({ page }) => {
  let answer = () => {}
  let answered = new Promise<void>((resolve) => (answer = resolve))
  await routeAnswers(page, () => answered)
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const { field, status, posts } = searchOver(page)
  await expect(status).toHaveText('Still looking …')
  answer()
  await expect(posts).toHaveCount(5)

  answered = new Promise(() => {})
  await field.fill('wool')
  await field.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=wool$/)
})

test.describe('on a line that fails', () => {
  test.use({ allowedErrors: [/ERR_FAILED/] })

  test('it says that there was no answer, keeps the words, and asks again with the next ones', async ({
    page,
  }) => {
    let isDown = false
    await routeAnswers(page, () => (isDown ? 'failed' : 'served'))
    await page.goto('/')
    await page.keyboard.press('Control+k')
    const { field, status, posts } = searchOver(page)
    await expect(posts).toHaveCount(5)
    isDown = true
    await field.fill('woo')
    await expect(status).toContainText('The search did not answer.')
    await expect(posts).toHaveCount(0)
    await expect(field).toHaveValue('woo')
    isDown = false
    await field.press('l')
    await expect(status).toHaveText(/^\d+ posts?$/)
  })

  test('where the dialog itself does not come, the page of the search does', async ({ page }) => {
    await page.route('**/search-dialog.js', (route) => route.abort())
    await page.goto('/')
    await page.keyboard.press('Control+k')
    await expect(page).toHaveURL('/search')
  })

  test('and finds what was typed meanwhile', async ({ page }) => {
    let refuse = () => {}
    const refused = new Promise<void>((resolve) => (refuse = resolve))
    await page.route('**/search-dialog.js', async (route) => {
      await refused
      await route.abort()
    })
    await page.goto('/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('wool & yarn')
    refuse()
    await expect(page).toHaveURL('/search?q=wool%20%26%20yarn')
  })
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
