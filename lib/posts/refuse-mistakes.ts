import { posix } from 'node:path'
import { env } from '../env'
import { MistakesError } from './mistake'

/**
 * In `npm run dev` throws a `MistakesError` when a file of the content folder has mistakes, so that its page
 * shows them. Elsewhere it does nothing: a build with mistakes does not exist.
 */
export async function refuseMistakes(file: string): Promise<void> {
  if (process.env.NODE_ENV !== 'development') return
  const { readFolder } = await import('./read-folder')
  const path = posix.join(env.CONTENT_DIR, file)
  const mistakes = (await readFolder()).mistakes.filter((mistake) => mistake.file === path)
  if (mistakes.length > 0) throw new MistakesError(mistakes)
}
