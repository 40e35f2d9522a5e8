import SearchableMap from 'minisearch/SearchableMap'
import { expect, test } from 'vitest'
import { findWords } from './find-words'

const words = SearchableMap.from([
  ['the', 10_000],
  ['there', 8_000],
  ['these', 4_000],
  ['jumper', 5],
  ['jumpers', 2],
])
const find = (query: string) => findWords(words, query).map(({ weights }) => [...weights.keys()])

test.each([
  ['jump', [['jumper', 'jumpers']]],
  ['jumpper', [['jumper']]],
  // A common word tells nothing apart beside a rarer one, and is enough by itself.
  ['the jumper', [['jumper', 'jumpers']]],
  ['the', [['the']]],
  ['the the', [['the']]],
  ['these there', [['these']]],
  ['the there', [['there'], ['the']]],
  ['', []],
])('%j means %j', (query, meant) => {
  expect(find(query)).toEqual(meant)
})
