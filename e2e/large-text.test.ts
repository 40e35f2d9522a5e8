import { chromium } from '@playwright/test'
import { specialPosts } from './fixture-posts'
import { paint } from './paint'
import { expect, test } from './test'
import { narrow, wide } from './widths'

for (const viewport of [wide, narrow]) {
  test(`a reader who set 24 px reads larger text, at ${viewport.width} px`, async ({
    page,
    baseURL,
    launchOptions,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto('/posts/sometimes-we-fail')
    const usual = await paint(page.getByText('Trying gets good press.'))

    // The size is a setting of the browser, which only a browser of its own can have.
    const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=24']
    const browser = await chromium.launch({ ...launchOptions, args })
    try {
      const large = await browser.newPage({ viewport, baseURL })
      await large.goto('/posts/sometimes-we-fail')
      const text = await paint(large.getByText('Trying gets good press.'))
      expect(text.size / usual.size).toBeGreaterThanOrEqual(1.4)
      const width = () => large.evaluate(() => document.documentElement.scrollWidth)
      expect(await width()).toBe(viewport.width)
      await large.goto(`/posts/${specialPosts.talked}`)
      expect(await width()).toBe(viewport.width)
    } finally {
      await browser.close()
    }
  })
}
