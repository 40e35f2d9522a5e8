import { cleanBody, tameForDisplay } from '../comments/clean-text'

/** Somebody's words, line by line, whatever ends a line in them. No line of theirs turns the direction of ours. */
export function quotedLines(words: string): string[] {
  return tameForDisplay(cleanBody(words)).split('\n')
}
