import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sum, tallyFaults, tallyPlaywright, tallyVitest } from './tally'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('tests still to be written count as skipped', () => {
  const file = report({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 })
  expect(tallyVitest(file)).toEqual({ passed: 7, failed: 1, skipped: 5 })
})

test('a browser test that passed only at the second try has failed', () => {
  const file = report({ stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 3 } })
  expect(tallyPlaywright(file)).toEqual({ passed: 7, failed: 3, skipped: 3 })
})

test('promises that were not kept count as failed', () => {
  const tally = { passed: 5, failed: 1, skipped: 2 }
  expect(tallyFaults(report(tally))).toEqual(tally)
})

test('a report of another shape is no report', () => {
  expect(() => tallyVitest(report({ passed: 7 }))).toThrow()
})

test('tallies add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
