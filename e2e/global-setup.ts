import { openSite } from './open-site'
import { findSiteInUse } from './site-in-use'

/** Brings up one site for all tests of a run, unless somebody has already (`e2e/serve.ts`). */
export default async function setUp() {
  if (findSiteInUse()) return
  const { close, ...site } = await openSite()
  process.env.E2E_SITE = JSON.stringify(site)
  return close
}
