import { site } from '../../content/site'
import { parseText } from './parse-text'
import { plainLine } from './text-to-plain'

const sentences = new Intl.Segmenter(site.language, { granularity: 'sentence' })

/**
 * The beginning of a comment as one line of plain text, for places that only point to it: whole sentences while
 * they fit into `most` characters, else the first one cut between words and ended with `…`. Quoted lines and code
 * are passed over; empty when there is nothing else.
 */
export function firstWords(body: string, most = 120): string {
  const text = parseText(body)
    .flatMap((block) => (Array.isArray(block) ? [plainLine(block, ' ')] : []))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  let fits = ''
  for (const { segment } of sentences.segment(text)) {
    if ((fits + segment).trimEnd().length > most) break
    fits += segment
  }
  return fits === '' ? cut(text, most) : fits.trimEnd()
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const words = text.slice(0, most - 1).replace(/\s+\S*$/u, '')
  return `${words.replace(/[\p{P}\uD800-\uDBFF]+$/u, '')}…`
}
