import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { narrow, wide } from './widths'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [wide, narrow].map((viewport) => ({ colorScheme, viewport })),
)

/** What axe says against the open page, in every look a reader may give it. */
export async function findViolations(page: Page, name: string): Promise<string[]> {
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
    found.push(...(await findViolationsAsItStands(page, `${name} (${colorScheme}, ${viewport.width} px)`)))
  }
  return found
}

async function findViolationsAsItStands(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Nothing but what is wrong, and no second page to put it together in: no page of ours has frames.
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .setLegacyMode()
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
