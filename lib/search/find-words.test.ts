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

const blog = SearchableMap.from(
  ['wool', 'leg', 'horse', 'houses', 'unravels', 'unravel'].map((word): [string, number] => [word, 1]),
)

test.each([
  // In four letters: in each other's place, one left out, one too many at the end; not one that is another.
  ['wolo', ['wool']],
  ['hrse', ['horse']],
  ['legg', ['leg']],
  ['wood', []],
  ['legs', ['leg']],
  ['lleg', []],
  ['pool', []],
  // In five, any.
  ['woold', ['wool']],
  ['horze', ['horse']],
  // Two slips only where no word is one slip away.
  ['unravell', ['unravel', 'unravels']],
  ['unravelss', ['unravels']],
  ['unrabells', ['unravels']],
])('a slip: %j is taken for %j', (typed, meant) => {
  expect(findWords(blog, typed).flatMap(({ weights }) => [...weights.keys()].toSorted())).toEqual(meant)
})
