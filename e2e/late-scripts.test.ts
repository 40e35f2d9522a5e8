import type { Page } from '@playwright/test'
import { commentForm } from './comment-form'
import { cuttableLine } from './cuttable-line'
import { specialPosts } from './fixture-posts'
import { expect, test } from './test'

// The reader of these pages does nothing but what is said.
test.use({ givesSign: false, allowedErrors: [/ERR_FAILED/] })

const ran = (page: Page) => page.locator('script[async]')
const fetched = (page: Page) => page.locator('link[rel=prefetch]')

/** The page as it stands when it has come and nobody has touched it. */
async function open(page: Page, path = '/posts/sometimes-we-fail') {
  // Now and then Chromium says that a pointer moved while a page comes, where nobody moved one.
  await expect(async () => {
    await page.goto(path)
    await expect(ran(page)).toHaveCount(0, { timeout: 1 })
  }).toPass({ timeout: 20_000 })
}

test('a post runs no script of React while nobody touches it, and has fetched what it may need', async ({
  page,
}) => {
  await open(page)
  await expect(fetched(page)).not.toHaveCount(0)
  await page.waitForLoadState('networkidle')
  await expect(ran(page)).toHaveCount(0)
})

test('a reader who saves data fetches none before it is needed', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  await open(page)
  await page.waitForLoadState('networkidle')
  await expect(fetched(page)).toHaveCount(0)
  await page.mouse.wheel(0, 300)
  await expect(ran(page)).not.toHaveCount(0)
})

const signs: Record<string, (page: Page) => Promise<void>> = {
  'a pointer that moves': (page) => page.mouse.move(200, 200),
  'a wheel': (page) => page.mouse.wheel(0, 300),
  'a key': (page) => page.keyboard.press('Shift'),
  'text that comes from elsewhere': (page) => commentForm(page).body.fill('Said to a machine.'),
}

for (const [name, give] of Object.entries(signs)) {
  test(`${name} is sign enough`, async ({ page }) => {
    await open(page)
    await give(page)
    await expect(ran(page)).not.toHaveCount(0)
    await commentForm(page).body.fill('A draft, kept.')
    await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  })
}

test.describe('by finger', () => {
  test.use({ hasTouch: true })

  // React takes a slow phone a third of a second to begin: a tap that came in between would wait for it.
  test('a tap is answered before React begins, and is sign enough', async ({ page, context }) => {
    await open(page)
    const { x, y } = (await page.getByRole('heading', { level: 1 }).boundingBox()) ?? { x: 0, y: 0 }
    const screen = await context.newCDPSession(page)
    await screen.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [{ x: x + 20, y: y + 20 }],
    })
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    await expect(ran(page)).toHaveCount(0)
    await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect(page.getByRole('main')).toBeFocused()
    await expect(ran(page)).not.toHaveCount(0)
  })
})

test('what could not be fetched is tried again at the next sign', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const line = await cuttableLine(page, '**/_next/static/chunks/*.js')
  await open(page)
  line.cut()
  const failed = page.waitForEvent('requestfailed')
  await page.mouse.move(200, 200)
  await failed
  await expect(ran(page)).toHaveCount(0)
  line.mend()
  await expect(async () => {
    await page.mouse.wheel(0, 10)
    await expect(ran(page)).not.toHaveCount(0, { timeout: 500 })
  }).toPass()
  await commentForm(page).body.fill('Back on the line.')
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
})

test('an address that leads to a comment counts as one', async ({ page }) => {
  await open(page)
  // From here it would be a way within the page.
  await page.goto('about:blank')
  const answer = await page.goto('/posts/sometimes-we-fail#comments-h')
  expect(await answer?.text()).not.toMatch(/<script[^>]* async/)
  await expect(ran(page)).not.toHaveCount(0)
})

test('Reply as the very first sign leads to its page, and into the text there', async ({ page }) => {
  await open(page, `/posts/${specialPosts.talked}`)
  // No hand moved there first.
  await page.getByRole('link', { name: 'Reply to Ada' }).dispatchEvent('click')
  await expect(page).toHaveURL(/\/reply\/1#comment-body$/)
  const form = commentForm(page)
  await expect(form.heading).toHaveText('Replying to Ada')
  await expect(form.body).toBeFocused()
  await page.keyboard.type('On the bus.')
  await expect(form.body).toHaveValue('On the bus.')
})
