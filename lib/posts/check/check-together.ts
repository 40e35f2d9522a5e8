import type { Mistake } from '../mistake'
import type { ParsedPage, ParsedPost } from '../parse-file'

/** The mistakes that only show when all files are known. */
export function checkTogether(_posts: ParsedPost[], _pages: ParsedPage[]): Mistake[] {
  return []
}
