import { z } from 'zod'

const schema = z.object({
  /** Without a slash at the end. */
  url: z.url(),
  postgresUrl: z.string(),
  /** A folder that lives as long as the site: its content, its data, and which fixtures are taken. */
  folder: z.string(),
  /** When `specialPosts.due` is due. */
  dueAt: z.iso.datetime(),
})

/** The site that browser tests look at. */
export type SiteInUse = z.output<typeof schema>

/** The site that was brought up for this run or by hand (`e2e/serve.ts`); null when none was. */
export function findSiteInUse(): SiteInUse | null {
  const text = process.env.E2E_SITE
  return text ? schema.parse(JSON.parse(text)) : null
}

/** As `findSiteInUse`, for tests, which cannot be without one. */
export function siteInUse(): SiteInUse {
  const site = findSiteInUse()
  if (!site) throw new Error('There is no site to test: run the tests by `npx playwright test`.')
  return site
}
