/**
 * `npm run faults`: what trust.md promises of faults, tried in full; `-- --short` as in `npm test`, and names
 * of faults (`-- R21`) to try only those. Ends with a table of figures and the count of promises kept.
 */

import { writeFileSync } from 'node:fs'
import type { Finding } from './faults/fault'
import { killWhilePosting } from './faults/r01-kill-while-posting'
import { killPostgres } from './faults/r02-kill-postgres'
import { databaseDown } from './faults/r04-database-down'
import { databaseSlow } from './faults/r05-database-slow'
import { diskFull } from './faults/r06-disk-full'
import { killMigrations } from './faults/r09-kill-migrations'
import { doubleSubmit } from './faults/r10-double-submit'
import { clockSkew } from './faults/r11-clock-skew'
import { offlineDrafts } from './faults/r13-offline-drafts'
import { fullInbox } from './faults/r14-full-inbox'
import { longConversation } from './faults/r14-long-conversation'
import { hangingFeeds } from './faults/r15-hanging-feeds'
import { hangingMailServer } from './faults/r16-hanging-mail-server'
import { killSenders } from './faults/r16-kill-while-sending'
import { malformedRequests } from './faults/r17-malformed-requests'
import { oldPageAfterDeploy } from './faults/r18-old-page-after-deploy'
import { writeRace } from './faults/r21-write-race'
import { randomAddresses } from './faults/r22-random-addresses'
import { endSites } from './faults/site'
import { hostileComments } from './faults/t05-hostile-texts'
import { forgedHeaders } from './faults/t06-forged-headers'

const faults = [
  killWhilePosting,
  killPostgres,
  databaseDown,
  databaseSlow,
  diskFull,
  killMigrations,
  doubleSubmit,
  clockSkew,
  offlineDrafts,
  longConversation,
  fullInbox,
  hangingFeeds,
  killSenders,
  hangingMailServer,
  malformedRequests,
  oldPageAfterDeploy,
  writeRace,
  randomAddresses,
  hostileComments,
  forgedHeaders,
]

const args = process.argv.slice(2)
const long = !args.includes('--short')
const named = args.filter((arg) => !arg.startsWith('--'))
const unknown = named.filter((name) => !faults.some(({ id }) => id === name))
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}, only ${faults.map(({ id }) => id).join(', ')}.`)
const chosen = faults.filter(({ id }) => named.length === 0 || named.includes(id))

let [failed, skipped] = [0, 0]
for (const { id, promise, run } of chosen) {
  const begun = performance.now()
  const finding = await run(long).catch(
    (error: unknown): Finding => ({ held: false, figures: String(error) }),
  )
  if (!finding.held) failed += 1
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0)
  console.log(
    `${finding.held ? 'held  ' : 'BROKEN'} ${id.padEnd(4)} ${promise}\n            ${finding.figures} (${seconds} s)`,
  )
  for (const what of finding.skipped ?? []) {
    skipped += 1
    console.log(`skipped ${id.padEnd(3)} ${what}`)
  }
}
await endSites()
const report = process.env.FAULTS_REPORT
if (report) writeFileSync(report, JSON.stringify({ passed: chosen.length - failed, failed, skipped }))
console.log(`${chosen.length - failed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 ? 1 : 0
