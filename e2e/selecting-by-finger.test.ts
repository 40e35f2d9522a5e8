import type { Locator, Page } from '@playwright/test'
import { barOn, copied, openToSelect } from './selection-bar'
import { expect, test } from './test'
import { narrow } from './widths'

// The window is that of the project.
test.use({ hasTouch: true, isMobile: true })

test('the bar is fixed to the bottom edge, and the menu of the phone comes as ever', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const canonical = await openToSelect(page)
  const { bar, copyLink } = barOn(page)
  const words = page.getByText('Some things you bury.')
  await words.scrollIntoViewIfNeeded()
  // A long press selects and asks for the menu.
  const isLetThrough = await words.evaluate((element) => {
    getSelection()?.selectAllChildren(element)
    return ['touchstart', 'selectstart', 'contextmenu'].map((name) =>
      element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true })),
    )
  })
  expect(isLetThrough).toEqual([true, true, true])
  await expect(bar).toBeVisible()
  const atBottom = async () => {
    const box = await bar.boundingBox()
    expect(box?.x).toBe(0)
    expect(box?.width).toBe(narrow.width)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(narrow.height, 0)
  }
  await atBottom()
  await page.evaluate(() => scrollBy({ top: 150, behavior: 'instant' }))
  await atBottom()
  const size = await copyLink.boundingBox()
  expect(size?.height).toBeGreaterThanOrEqual(44)
  await copyLink.tap()
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await copied(page)).toMatch(`${canonical}#:~:text=The%20starter`)
  await page.evaluate(() => getSelection()?.removeAllRanges())
  await page.getByRole('heading', { name: 'The mending' }).tap()
  await expect(bar).toHaveCount(0)
})

test('where two fingers have made the page twice as large, the bar is in sight and can be pressed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openToSelect(page)
  const { bar, copyLink } = barOn(page)
  const words = page.getByText('Some things you bury.')
  await words.scrollIntoViewIfNeeded()
  await words.evaluate((element) => getSelection()?.selectAllChildren(element))
  await expect(bar).toBeVisible()
  const phone = await context.newCDPSession(page)
  await phone.send('Input.synthesizePinchGesture', { x: 180, y: 300, scaleFactor: 2 })
  // A page that forbids it stays as it is.
  await expect.poll(async () => (await seen(page)).scale).toBeCloseTo(2, 1)
  await expect(async () => {
    const [box, view] = [await boxOf(bar), await seen(page)]
    expect(box.left).toBeCloseTo(view.left, 0)
    expect(box.width).toBeCloseTo(view.width, 0)
    expect(box.bottom).toBeCloseTo(view.bottom, 0)
    // The words are seen, too.
    expect(box.height / view.height).toBeLessThan(0.5)
  }).toPass({ timeout: 10_000 })
  const [button, view] = [await boxOf(copyLink), await seen(page)]
  const at = {
    x: button.left + button.width / 2 - view.left,
    y: button.top + button.height / 2 - view.top,
  }
  await phone.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await phone.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeVisible()
})

/** Where a part stands in the window, in its pixels. */
function boxOf(part: Locator) {
  return part.evaluate((element) => {
    const { left, top, width, height, bottom } = element.getBoundingClientRect()
    return { left, top, width, height, bottom }
  })
}

/** The part of the window that is seen, in its pixels. */
function seen(page: Page) {
  return page.evaluate(() => {
    const { offsetLeft = 0, offsetTop = 0, width = 0, height = 0, scale = 0 } = visualViewport ?? {}
    return { left: offsetLeft, top: offsetTop, width, height, bottom: offsetTop + height, scale }
  })
}
