import type { Run } from './run'

const day = 86_400_000

/** Deletes once a day what is not to be kept any longer, until the run ends; the start has done it for today. */
export function purgeDaily(run: Pick<Run, 'onEnd'>, purge = purgeNow): void {
  const timer = setInterval(() => void purge(), day)
  run.onEnd(() => clearInterval(timer))
}

/** Loaded late: it would hold up the start of the database. */
async function purgeNow(): Promise<void> {
  return (await import('../../jobs/purge')).purge()
}
