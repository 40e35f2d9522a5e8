import { expect, test } from 'vitest'
import { parseMdx } from './parse-mdx'
import { plainText } from './plain-text'
import { smarten, smartPunctuation } from './smart-punctuation'

test.each([
  ['"Yes," she said.', '“Yes,” she said.'],
  ["It's 'so' and ('so')", 'It’s ‘so’ and (‘so’)'],
  ["'Tis the '90s, rock 'n' roll", '’Tis the ’90s, rock ’n’ roll'],
  ['wait -- what...', 'wait — what…'],
  ['a well-made 5-10', 'a well-made 5-10'],
  ['the dogs\' bowls, 6" long', 'the dogs’ bowls, 6” long'],
  ['', ''],
])('%j is set as %j', (typed, set) => {
  expect(smarten(typed)).toBe(set)
})

test('a quote is judged by its neighbours in other nodes, and code stays as it is', () => {
  const tree = parseMdx('"*So*," and *"so"* with `"code"`\'s end.\n\n<Tweetable>"Words"</Tweetable>\n')
  smartPunctuation()(tree)
  expect(plainText(tree)).toBe('“So,” and “so” with "code"’s end.\n\n“Words”')
})

test('smart text stays as it is', () => {
  const text = '“Yes,” — it’s ‘so’…'
  expect(smarten(text)).toBe(text)
})
