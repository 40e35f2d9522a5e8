import { posix } from 'node:path'
import { env } from '../../env'
import type { Mistake } from '../mistake'
import { betterName } from './better-name'

/** What is wrong with a file among the texts that is no `.mdx`, and would never be read. `file` is relative to the content folder. */
export function strayMistake(file: string): Mistake {
  const better = betterName(posix.parse(file).name) ?? 'a name that ends in .mdx'
  return {
    file: posix.join(env.CONTENT_DIR, file),
    line: 1,
    column: 1,
    message: `only .mdx files are read here; rename it to ${better}, or keep it in another folder`,
  }
}
