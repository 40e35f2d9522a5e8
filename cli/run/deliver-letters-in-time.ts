import { setTimeout as wait } from 'node:timers/promises'
import { describeError } from '../../db/describe-error'
import type { Run } from './run'

/** In one look: a mail server that is slow is left alone for a while. */
const most = 100

/** Sends the letters that are due, at once and every minute until the run ends: those that were tried in vain, too. */
export async function deliverLettersInTime(
  run: Pick<Run, 'signal'>,
  /** Milliseconds between two looks. */
  pause = 60_000,
): Promise<void> {
  // Not before: it would hold up the start of the database.
  const { deliverLetters } = await import('../../jobs/deliver-letters')
  while (!run.signal.aborted) {
    try {
      await deliverLetters({ most, signal: run.signal })
    } catch (error) {
      if (!run.signal.aborted) console.error(`Letters were not sent: ${describeError(error)}`)
    }
    await wait(pause, undefined, { signal: run.signal }).catch(() => {})
  }
}
