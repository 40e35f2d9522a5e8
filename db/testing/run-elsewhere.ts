import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Target } from '../target'

/**
 * Runs an ES module in a process of its own, whose `getDb()` is the database of `target`. `source` may import
 * from the project's root as `./db/…`. Resolves with what it printed; throws with its complaints when it fails.
 */
export async function runElsewhere(source: string, target: Target): Promise<string> {
  const address =
    target.driver === 'embedded'
      ? { POSTGRES_URL: '', DATA_DIR: target.dataDir }
      : { POSTGRES_URL: target.url }
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], {
    env: { ...process.env, ...address },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [output, complaints] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  if (child.exitCode !== 0)
    throw new Error(`It ended with ${child.exitCode ?? child.signalCode}: ${complaints}`)
  return output.trim()
}
