import { selectByMouse } from './select-words'
import { barOn, copied, openToSelect } from './selection-bar'
import { expect, test } from './test'

test('Tab leads from the words into the bar, and a press elsewhere puts it away', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const canonical = await openToSelect(page)
  const { bar, quote, copyLink, links } = barOn(page)
  await selectByMouse(page, 'Some things')
  await page.keyboard.press('Shift+Control+ArrowRight')
  await expect(links).toHaveAttribute('href', /Some%20things%20you/)
  await page.keyboard.press('Tab')
  await expect(quote).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(copyLink).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeFocused()
  expect(await copied(page)).toBe(`${canonical}#:~:text=Some%20things%20you`)
  await page.keyboard.press('Tab')
  await expect(links).toBeFocused()

  await page.mouse.click(5, 400)
  await expect(bar).toHaveCount(0)
})

test('after Esc the bar stays away from these words, and the keys go on from them', async ({ page }) => {
  await page.clock.install()
  await openToSelect(page)
  const { bar, quote } = barOn(page)
  const words = () => page.evaluate(() => getSelection()?.toString())
  await selectByMouse(page, 'is not brave')
  await expect(quote).toBeVisible()
  for (const from of ['the text', 'the bar']) {
    if (from === 'the bar') {
      await page.keyboard.press('Tab')
      await expect(quote).toBeFocused()
    }
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    // Whatever makes the bar look again: a moment of the page's own clock later it has looked.
    await page.evaluate(() => {
      dispatchEvent(new Event('resize'))
      document.dispatchEvent(new Event('selectionchange'))
    })
    await page.clock.runFor(1_000)
    await expect(bar, from).toHaveCount(0)
    expect(await words()).toBe('is not brave')
    if (from === 'the text') {
      // The same words once more are a new wish.
      await page.mouse.click(5, 400)
      await selectByMouse(page, 'is not brave')
      await expect(bar).toBeVisible()
    }
  }
  const block = page.getByRole('paragraph').filter({ hasText: 'is not brave' })
  await expect(block).toBeFocused()
  // Shift and an arrow make others of them.
  await page.keyboard.press('Shift+ArrowRight')
  await page.clock.runFor(1_000)
  await expect(bar).toBeVisible()
})

test('words of other parts of the page bring no bar, and nothing is fetched for them', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await openToSelect(page)
  await page.waitForLoadState('networkidle')
  const known = scripts.length
  const { bar } = barOn(page)
  await selectByMouse(page, 'A sock, a promise')
  // What begins above the text is not of it, though it reaches in.
  await page.evaluate(async () => {
    const heard = new Promise((resolve) =>
      document.addEventListener('selectionchange', resolve, { once: true }),
    )
    getSelection()?.selectAllChildren(document.body)
    await heard
    // What the page asked for by then was asked for before this.
    await fetch('/robots.txt')
  })
  expect(scripts.length).toBe(known)
  await page.mouse.click(5, 400)
  await selectByMouse(page, 'biscuit tin')
  await expect(bar).toBeVisible()
  expect(scripts.length).toBeGreaterThan(known)
  for (const select of [
    () => selectByMouse(page, 'A sock, a promise'),
    () => page.evaluate(() => getSelection()?.selectAllChildren(document.body)),
    () => page.getByLabel('Your comment').selectText(),
  ]) {
    await page.getByLabel('Your comment').fill('Words of mine.')
    // A press on words that are selected would drag them along.
    await page.mouse.click(5, 400)
    await selectByMouse(page, 'biscuit tin')
    await expect(bar).toBeVisible()
    await select()
    await expect(bar).toHaveCount(0)
  }
})

test.describe('as the very first that a reader does', () => {
  test.use({ givesSign: false })

  test('selecting words brings the bar, though no script ran before', async ({ page }) => {
    await openToSelect(page)
    await selectByMouse(page, 'I would like to say')
    await expect(barOn(page).bar).toBeVisible()
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('nothing is offered', async ({ page }) => {
    await openToSelect(page)
    await page.getByText('Some things you bury.').click({ clickCount: 3 })
    await expect(page.getByText('Some things you bury.')).toBeVisible()
    await expect(barOn(page).bar).toHaveCount(0)
  })
})
