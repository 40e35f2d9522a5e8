import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests came out how. */
export type Tally = { passed: number; failed: number; skipped: number }

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

const faultsSchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() })

/** Reads the report of `npm run faults`. Throws when there is none. */
export function tallyFaults(file: string): Tally {
  return faultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Reads the report that `vitest --reporter=json` wrote. Throws when there is none. */
export function tallyVitest(file: string): Tally {
  const report = vitestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Reads the report of Playwright's JSON reporter. A test that passed at the second try has failed. Throws when there is none. */
export function tallyPlaywright(file: string): Tally {
  const { stats } = playwrightSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}
