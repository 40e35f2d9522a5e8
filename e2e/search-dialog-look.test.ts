import { searchOver } from './search-over'
import { expect, test } from './test'
import { narrow, wide } from './widths'

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
    // Most of a narrow window is for the words.
    const words = await chosen.getByRole('heading').boundingBox()
    expect((words?.width ?? 0) / viewport.width).toBeGreaterThan(viewport === wide ? 0.3 : 0.7)
  })
}
