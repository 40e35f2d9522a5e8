import { purge } from '../../jobs/purge'
import type { Run } from './run'

const day = 86_400_000

/** Deletes once a day what is not to be kept any longer, until the run ends; the start has done it for today. */
export function purgeDaily(run: Pick<Run, 'onEnd'>, deleteOld?: () => Promise<unknown>): void {
  const timer = setInterval(() => void purge(deleteOld), day)
  run.onEnd(() => clearInterval(timer))
}
