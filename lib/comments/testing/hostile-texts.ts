const fill = (piece: string): string => piece.repeat(Math.floor(10_000 / piece.length))
const nested = (open: string, close: string): string => {
  const half = Math.floor(9999 / (open.length + close.length))
  return `${open.repeat(half)}a${close.repeat(half)}`
}
const ladder = Array.from({ length: 140 }, (_, index) => `e${'`'.repeat(index)}`).join('')

/** Texts of at most 10,000 characters that parsers of Markdown choked on (cmark-gfm's list, made again), by name. */
export const hostileTexts: [name: string, typed: string][] = [
  ['nested strong and emphasis', nested('*a **a ', '')],
  ['nested strong and emphasis, closed', `${'*a **a '.repeat(700)}b${' a** a*'.repeat(700)}`],
  ['emphasis closers without openers', fill('a_ ')],
  ['emphasis openers without closers', fill('_a ')],
  ['star closers', fill('*a_ ')],
  ['link closers without openers', fill('a]')],
  ['link openers without closers', fill('[a')],
  ['mismatched openers and closers', fill('*a_ ')],
  ['openers and closers in multiples of three', `a**b${fill('c* ').slice(0, 9990)}`],
  ['link openers and emphasis closers', fill('[ a_')],
  ['brackets and parentheses', fill('[ (](')],
  ['hard link', `**x [a*b**c*](d)${fill('**x [a*b**c*](d)').slice(0, 9900)}`],
  ['nested brackets', nested('[', ']')],
  ['nested quotes', `${'> '.repeat(4990)}a`],
  ['nested quotes without spaces', `${'>'.repeat(9990)}a`],
  ['quotes in every line', fill('> > > > > > > > > > a\n')],
  ['nested lists', Array.from({ length: 130 }, (_, index) => `${' '.repeat(index)}* a\n`).join('')],
  ['NUL', fill('abc\u0000')],
  ['backtick ladder', ladder],
  ['backticks', fill('`a``b')],
  ['unclosed links with an angle', fill('[a](<b')],
  ['unclosed links', fill('[a](b')],
  ['unclosed comment', fill('</<!--')],
  ['table rows', `|a|b|\n|-|-|\n${fill('|x|y|\n').slice(0, 9900)}`],
  [
    'many references',
    Array.from({ length: 500 }, (_, index) => `[${index}]: u\n`)
      .join('')
      .slice(0, 9000),
  ],
  ['reference collisions', fill('[a]: u\n')],
  ['addresses', fill('https://a.example/( ')],
  ['one endless address', `https://a.example/${fill('(').slice(0, 9900)}`],
  ['schemes', fill('http://')],
  ['mail addresses', fill('mailto:a@b.c ')],
  ['at signs', fill('a@')],
  ['escapes', fill('\\')],
  ['fences', fill('```\n')],
  ['open fences in quotes', fill('> ```\n')],
  ['autolinks', fill('<a:')],
  ['entities', fill('&#x41;')],
  ['spaces', `a${' '.repeat(9990)}b`],
  ['line ends', `a${'\n'.repeat(9990)}b`],
  ['combining marks', `a${'\u0301'.repeat(9990)}`],
  ['joiners between marks', `a${fill('\u0301\u200D').slice(1)}`],
]
