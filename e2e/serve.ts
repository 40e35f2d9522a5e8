/**
 * For people who write browser tests: `npx tsx e2e/serve.ts` builds and serves the site of the tests until
 * Ctrl-C, and tells how to run tests against it without waiting for a build each time.
 */
import { once } from 'node:events'
import { openSite } from './open-site'

const { close, ...site } = await openSite()
console.log(`The site of the browser tests: ${site.url}\nRun tests against it, as often as you like:\n`)
console.log(`  E2E_SITE='${JSON.stringify(site)}' npx playwright test\n`)
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
await close()
process.exit(0)
