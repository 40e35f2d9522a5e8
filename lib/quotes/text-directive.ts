/** Longer words are found by how they begin and end: an address should fit into a message. */
const longest = 100

/** So many words at either end say which passage is meant. */
const ends = 5

/**
 * The text directive that has a browser find these words on a page and show them: `text=some%20words` (the URL
 * Fragment Text Directives draft of the WICG). Words of several paragraphs stand on lines of their own.
 */
export function textDirective(words: string): string {
  return `text=${wordsToFind(words).map(encodeTerm).join(',')}`
}

/** What a directive says of words: all of them, or how they begin and how they end. */
export function wordsToFind(words: string): [string] | [string, string] {
  const lines = words
    .split(/\n+/)
    .map((line) => line.trim().split(/\s+/))
    .filter((line) => line[0] !== '')
  const [first = [], last = first] = [lines[0], lines.at(-1)]
  const whole = first.join(' ')
  if (lines.length < 2 && (whole.length <= longest || first.length < 2 * ends)) return [whole]
  return [first.slice(0, ends).join(' '), last.slice(-ends).join(' ')]
}

/** A dash and a comma mean something in a directive. */
export function encodeTerm(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D')
}
