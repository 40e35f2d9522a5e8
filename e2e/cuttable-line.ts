import type { Page } from '@playwright/test'

/**
 * A line to some addresses that a test cuts and mends. Before `goto`: the browser tells an open page of a route by a
 * message that a busy page reads after its keys, and so it asks past the route.
 */
export async function cuttableLine(page: Page, addresses: string | RegExp) {
  let isCut = false
  await page.route(addresses, (route) => (isCut ? route.abort() : route.fallback()))
  return {
    cut: () => {
      isCut = true
    },
    mend: () => {
      isCut = false
    },
  }
}
