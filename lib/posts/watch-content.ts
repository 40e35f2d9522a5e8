import { watch } from 'node:fs'
import { env } from '../env'

/** An editor writes a file in several steps; this many milliseconds without another one mean it is done. */
const pause = 50

/** Calls back whenever a file of the content folder was written, until the signal is aborted. */
export function watchContent(onEdit: () => void, signal: AbortSignal): void {
  let soon: NodeJS.Timeout | undefined
  signal.addEventListener('abort', () => clearTimeout(soon))
  watch(env.CONTENT_DIR, { recursive: true, signal }, () => {
    clearTimeout(soon)
    soon = setTimeout(onEdit, pause)
  })
}
