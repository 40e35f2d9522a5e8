import type { Page } from '@playwright/test'
import { paint } from './paint'
import { expect, test } from './test'

/** The colour this page asks the browser to paint its own frame with: that of the first tag whose media holds. */
async function frameOf(page: Page): Promise<number[]> {
  const colour = await page.evaluate(() => {
    const tags = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
    return tags.find(({ media }) => matchMedia(media).matches)?.content ?? ''
  })
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the frame of the browser has the colour of the page, in every theme: a ${colorScheme} system`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/about')
    const ground = async () => (await paint(page.locator('body'))).ground
    const seen = new Set<string>()
    for (const name of ['Dark', 'Light', 'System']) {
      await page.getByRole('radio', { name }).check()
      expect(await frameOf(page), name).toEqual(await ground())
      await page.reload()
      await expect(page.getByRole('radio', { name })).toBeChecked()
      expect(await frameOf(page), `${name}, again`).toEqual(await ground())
      seen.add(String(await ground()))
    }
    expect(seen.size).toBe(2)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the frame of the browser follows the system', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto('/about')
      expect(await frameOf(page)).toEqual((await paint(page.locator('body'))).ground)
    }
  })
})
