import { encodeTerm, textDirective, wordsToFind } from './text-directive'

/** Words of a page and what stands round them, as it is shown: every block on a line, one space between words. */
export type Passage = {
  /** What the page says before the text that they are from: its title, its contents. */
  above: string
  before: string
  words: string
  after: string
}

/** So many words on either side say which of several places is meant. */
const beside = 5

/**
 * The text directive that leads to these words and not to others like them. A browser takes the first place that fits,
 * and finds whole words alone: words begin and end with a word here, and where the page says them earlier, some of those
 * beside them are named too.
 */
export function passageDirective(passage: Passage): string {
  const { above, before, words, after } = toWordEdges(passage)
  const directive = textDirective(words)
  if (isFoundFirst(`${above}\n${before}`, words)) return directive
  const [prefix, suffix] = [lastWords(before), firstWords(after)]
  return [
    prefix === '' ? 'text=' : `text=${encodeTerm(prefix)}-,`,
    directive.slice('text='.length),
    suffix === '' ? '' : `,-${encodeTerm(suffix)}`,
  ].join('')
}

function toWordEdges({ above, before, words, after }: Passage): Passage {
  const text = before + words + after
  const segments = wordsOf(text)
  const from = before.length + Math.max(0, words.search(/\S/))
  const to = before.length + words.trimEnd().length
  const last = segments.containing(to - 1)
  const [start, end] = [
    segments.containing(from)?.index ?? from,
    last ? last.index + last.segment.length : to,
  ]
  return { above, before: text.slice(0, start), words: text.slice(start, end), after: text.slice(end) }
}

/** Whether a browser that looks for these words on this page finds them here, and nothing like them before. */
function isFoundFirst(before: string, words: string): boolean {
  const [head, body] = [before.toLowerCase(), words.toLowerCase()]
  const page = head + body
  const [start, end] = wordsToFind(body)
  if (page.indexOf(start) !== head.length) return false
  return end === undefined || page.indexOf(end, head.length + start.length) === page.length - end.length
}

/** How the last line that says something ends. */
function lastWords(text: string): string {
  const line = text.trimEnd().split('\n').at(-1) ?? ''
  const words = [...wordsOf(line)].filter(({ isWordLike }) => isWordLike)
  return line.slice(words.at(-beside)?.index ?? 0).trim()
}

/** How the first line that says something begins. */
function firstWords(text: string): string {
  const line = text.trimStart().split('\n')[0] ?? ''
  const last = [...wordsOf(line)].filter(({ isWordLike }) => isWordLike)[beside - 1]
  return line.slice(0, last ? last.index + last.segment.length : undefined).trim()
}

/** A text in words and what stands between them, in whatever language. */
export function wordsOf(text: string) {
  return new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)
}
