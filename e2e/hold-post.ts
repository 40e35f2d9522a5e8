import type { Page, Route } from '@playwright/test'

/**
 * Keeps the next comment that is posted on its way, and only that: `arrived` gives it to the test, which lets it go or
 * fail. Before `goto`, as for `cuttableLine`; a second one when it pleases.
 */
export async function holdPost(page: Page): Promise<{ arrived: Promise<Route> }> {
  let arrive: (route: Route) => void
  const arrived = new Promise<Route>((resolve) => {
    arrive = resolve
  })
  let isHeld = false
  await page.route(/\/posts\//, async (route) => {
    if (isHeld || route.request().method() !== 'POST') return route.fallback()
    isHeld = true
    arrive(route)
  })
  return { arrived }
}
