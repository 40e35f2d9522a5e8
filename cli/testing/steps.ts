import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { variableNames } from '../../lib/env'
import type { Run } from '../run/run'
import { type Tally, tallyFaults, tallyPlaywright, tallyVitest } from './tally'
import { tellingLines } from './telling-lines'

export type Step = {
  name: string
  /** The tool, as it is called in node_modules/.bin, and its arguments; all must succeed, in order. */
  commands: string[][]
  /** Where it counts its tests; a step without tests counts only when it fails, as one. */
  report?: { file: string; read: (file: string) => Tally; env: Record<string, string> }
}

/** All that `npm test` runs. `folder` is for reports, `chromium` the browser of the last step. */
export function listSteps(folder: string, chromium: string): Step[] {
  const units = join(folder, 'vitest.json')
  const faults = join(folder, 'faults.json')
  const browser = join(folder, 'playwright.json')
  return [
    { name: 'lint', commands: [['biome', 'check', '.']] },
    {
      name: 'types',
      commands: [
        ['next', 'typegen'],
        ['tsc', '--noEmit'],
      ],
    },
    { name: 'dead code', commands: [['knip']] },
    { name: 'texts', commands: [['tsx', 'cli/check.ts']] },
    {
      name: 'unit and database tests',
      commands: [['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${units}`]],
      report: { file: units, read: tallyVitest, env: {} },
    },
    {
      name: 'build and browser tests',
      commands: [['playwright', 'test']],
      report: {
        file: browser,
        read: tallyPlaywright,
        env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: browser },
      },
    },
    {
      name: 'faults, in short',
      commands: [['tsx', 'bench/faults.ts', '--short']],
      report: { file: faults, read: tallyFaults, env: { FAULTS_REPORT: faults } },
    },
  ]
}

/** The settings of the site that whoever runs the tests has at home are not for the tests. Empty counts as unset. */
const noSettings = Object.fromEntries([...variableNames, 'E2E_SITE'].map((name) => [name, '']))

/** Runs one step, shows what it said when it failed, else what of it is telling, and counts. */
export async function runStep(run: Run, step: Step): Promise<Tally> {
  process.stdout.write(`${step.name} … `)
  const start = performance.now()
  const { failed, said } = await runCommands(run, step)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const tally = count(step, failed)
  console.log(`${failed ? 'FAILED' : 'ok'}, ${seconds} s`)
  if (failed) console.log(`\n${said.trim()}\n`)
  else for (const line of tellingLines(said)) console.log(line)
  return tally
}

/** What was said, until something failed if it did. */
async function runCommands(run: Run, { commands, report }: Step): Promise<{ failed: boolean; said: string }> {
  let said = ''
  for (const [tool = '', ...args] of commands) {
    if (run.signal.aborted) return { failed: true, said }
    const child = spawn(join('node_modules', '.bin', tool), args, {
      env: { ...process.env, ...noSettings, NEXT_TELEMETRY_DISABLED: '1', ...report?.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(child, 'close')
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    run.onEnd(async () => {
      child.kill('SIGTERM')
      await ended
    })
    const [code] = await ended
    if (code !== 0) return { failed: true, said }
  }
  return { failed: false, said }
}

/** A step that fails without a failed test to show for it, or without any report, counts as one. */
function count({ report }: Step, failed: boolean): Tally {
  const none = { passed: 0, failed: 0, skipped: 0 }
  const tally = report ? readReport(report) : none
  return failed && tally.failed === 0 ? { ...tally, failed: 1 } : tally

  function readReport({ file, read }: NonNullable<Step['report']>): Tally {
    try {
      return read(file)
    } catch {
      return { ...none, failed: 1 }
    }
  }
}
