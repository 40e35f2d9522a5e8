import { AxeBuilder } from '@axe-core/playwright'
import { listAddresses } from './list-addresses'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const unlisted = ['/never-a-page', '/posts/sometimes-we-fail/comments/newest/1']

// Chromium says on the console that a page was not found, which here it is meant to be.
test.use({ allowedErrors: [/404 .*\/never-a-page/] })

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [wide, narrow]) {
    test(`axe finds nothing on any page: ${colorScheme}, ${viewport.width} px`, async ({ page, request }) => {
      test.slow()
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const found = []
      for (const address of [...(await listAddresses(request)), ...unlisted]) {
        await page.goto(address)
        for (const summary of await page.locator('summary').all()) {
          if (await summary.isVisible()) await summary.click()
        }
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
        for (const { id, nodes } of violations) {
          found.push(`${address} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
        }
      }
      expect(found).toEqual([])
    })
  }
}
