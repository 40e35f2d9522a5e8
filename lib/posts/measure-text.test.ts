import { expect, test } from 'vitest'
import { parseMdx } from './mdx/parse-mdx'
import { countWords, minutesFor, openingOf } from './measure-text'

test.each([
  ['One two three.', 3],
  ['Twenty-four of “don’t” — 6', 4],
  ['', 0],
  ['— … !', 0],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test('reading takes a minute at least', () => {
  expect([minutesFor(0), minutesFor(100), minutesFor(230), minutesFor(1150)]).toEqual([1, 1, 1, 5])
})

test('the opening is two sentences of paragraphs, without marks, notes or headings', () => {
  const tree = parseMdx('## A heading\n\n*One* [two](/x).[^1] Then\nthree? And four.\n\n[^1]: Note.\n')
  expect(openingOf(tree)).toBe('One two. Then three?')
  expect(openingOf(parseMdx('Only one'))).toBe('Only one')
  expect(openingOf(parseMdx('One.\n\n<Callout>\nNot this.\n</Callout>\n\nTwo. Three.\n'))).toBe('One. Two.')
  expect(openingOf(parseMdx('- a list\n'))).toBe('')
})
