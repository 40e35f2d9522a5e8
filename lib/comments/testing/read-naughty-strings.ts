import { readFileSync } from 'node:fs'
import { z } from 'zod'

const schema = z.array(z.tuple([z.string(), z.string()]))

/**
 * Names and texts of every script, and of what is in none: what turns the direction, is not seen, climbs out of its line
 * or has no end. Each has a title. They stand in a file of their own, as the browser tests read it, too. Halves of
 * surrogates are in it as JSON has them, and are no text that could be saved in any other way.
 */
export function readNaughtyStrings(): [title: string, text: string][] {
  return schema.parse(JSON.parse(readFileSync(new URL('naughty-strings.json', import.meta.url), 'utf8')))
}
