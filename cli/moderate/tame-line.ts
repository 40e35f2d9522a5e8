import { tameForDisplay } from '../../lib/comments/clean-text'

/** A line with what came from outside, fit for a terminal, which obeys control characters. */
export function tameLine(line: string): string {
  return tameForDisplay(line)
    .replace(/\t/g, '  ')
    .replace(/\p{Cc}/gu, '')
}
