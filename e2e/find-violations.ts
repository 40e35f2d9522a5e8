import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { narrow, wide } from './widths'

const options: RunOptions & { checks: Record<string, { options: object }> } = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  // A seam is masked to its edge, and fills nothing; axe sees a filled box over the words, and would judge none of them.
  checks: { 'color-contrast': { options: { ignorePseudo: true } } },
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [wide, narrow].map((viewport) => ({ colorScheme, viewport })),
)

/** What axe says against the open page, in every look a reader may give it. */
export async function findViolations(page: Page, name: string): Promise<string[]> {
  // Once for all looks: half a megabyte, which takes a browser as long to read as most pages to be looked at.
  const inPage = await page.evaluateHandle<typeof axe>(`${axe.source}; axe`)
  const found = []
  for (const { colorScheme, viewport } of looks) {
    // What is still on its way to another colour is neither the one nor the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(viewport)
    for (const details of await page.locator('details').all()) {
      const summary = details.locator('summary')
      const isOpen = await details.evaluate((element) => element.hasAttribute('open'))
      if (!isOpen && (await summary.isVisible())) await summary.click()
    }
    const { violations } = await inPage.evaluate((axe, options) => axe.run(options), options)
    for (const { id, nodes } of violations) {
      const where = nodes.map(({ html }) => html.slice(0, 120)).join(' | ')
      found.push(`${name} (${colorScheme}, ${viewport.width} px) ${id}: ${where}`)
    }
  }
  return found
}
