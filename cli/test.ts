import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Run, runCommand } from './run/run'
import { findOrInstallChromium } from './testing/install-chromium'
import { listSteps, runStep } from './testing/steps'
import { sum, type Tally } from './testing/tally'

async function test(run: Run) {
  const folder = mkdtempSync(join(tmpdir(), 'npm-test-'))
  run.onEnd(() => rmSync(folder, { recursive: true }))
  const tallies: Tally[] = []
  for (const step of listSteps(folder, findOrInstallChromium())) {
    if (run.signal.aborted) {
      // Not all was tried: whoever waits for this must not go on.
      process.exitCode = 1
      return
    }
    tallies.push(await runStep(run, step))
  }
  const { passed, failed, skipped } = sum(tallies)
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  if (failed > 0) process.exitCode = 1
}

await runCommand(test)
