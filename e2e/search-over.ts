import type { Page } from '@playwright/test'

/** The search over a page, as somebody finds it who looks for parts by their names. */
export function searchOver(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search the posts' }),
    status: dialog.getByRole('status'),
    posts: dialog.getByRole('option'),
    chosen: dialog.getByRole('option', { selected: true }),
  }
}

/**
 * Answers what the script asks, and not the page that the same address is, as it goes at that moment: as the server
 * does, not at all, or when something has come. Before `goto`: a busy page that is open already asks past a route.
 */
export async function routeAnswers(page: Page, answer: () => 'served' | 'failed' | Promise<unknown>) {
  await page.route('**/search?q=*', async (route) => {
    if (route.request().resourceType() !== 'fetch') return route.fallback()
    const how = answer()
    if (how === 'failed') return route.abort()
    if (how !== 'served') await how
    return route.fallback()
  })
}
