import { stripVTControlCharacters } from 'node:util'

/**
 * Of what a step said that passed, the lines that are worth reading: what was not tried, and the figures behind a promise
 * by its number: `T11: …` of a test, `held   R15 …` and the line after it of a fault.
 */
export function tellingLines(said: string): string[] {
  return stripVTControlCharacters(said).match(/^(?:skipped .+|[TR]\d+: .+|held .+\n .+)$/gm) ?? []
}
