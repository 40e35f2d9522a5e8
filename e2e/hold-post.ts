import type { Page, Route } from '@playwright/test'

/** Keeps the next comment that is posted on its way: `arrived` gives it to the test, which lets it go or fail. */
export async function holdPost(page: Page): Promise<{ arrived: Promise<Route> }> {
  let arrive: (route: Route) => void
  const arrived = new Promise<Route>((resolve) => {
    arrive = resolve
  })
  await page.route(/\/posts\//, async (route) => {
    if (route.request().method() === 'POST') arrive(route)
    else await route.fallback()
  })
  return { arrived }
}
