import { site } from '../../content/site'
import { type Inline, parseText } from './parse-text'

const sentences = new Intl.Segmenter(site.language, { granularity: 'sentence' })

/**
 * The beginning of a comment as one line of plain text, for places that only point to it: whole sentences while
 * they fit into `most` characters, else the first one cut between words and ended with `…`. Quoted lines and code
 * are passed over; empty when there is nothing else.
 */
export function firstWords(body: string, most = 120): string {
  const text = parseText(body)
    .flatMap((block) => (block.kind === 'paragraph' ? [plain(block.children)] : []))
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

function plain(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline
      if (inline.kind === 'break') return ' '
      return 'children' in inline ? plain(inline.children) : inline.text
    })
    .join('')
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const words = text.slice(0, most - 1).replace(/\s+\S*$/u, '')
  return `${words.replace(/[\p{P}\uD800-\uDBFF]+$/u, '')}…`
}
