import { expect, test } from 'vitest'
import { findHits } from './find-hits'
import { addToIndex, makeSearchIndex, packSearchIndex, unpackSearchIndex } from './search-index'

const index = makeSearchIndex()
const add = (slug: string, title: string, text: string, tags: string[] = [], more = {}) =>
  addToIndex(index, { slug, title, tags, headings: [], description: '', ...more }, text)
add('fail', 'Sometimes we fail', 'The jumper came apart in the wash.', ['wool'])
add('bread', 'A loaf without salt', 'It failed, and we ate it. The café was closed; it wasn’t raining.')
add('gutter', 'The gutter in March', 'Rain, and a ladder nobody held.', ['houses'])
add('chair', 'A chair of wood', 'Its leg came off.')
add('quilt', 'Patches', 'Squares.', [], {
  headings: [{ id: 'batting', level: 2, text: 'On batting' }],
  description: 'What selvedge is for.',
})
add('straße', 'Naïveté', 'Мост через реку был закрыт.')

const find = (query: string) => findHits(index, query).hits.map(({ slug }) => slug)

test('a word is found wherever it stands, in a title before a text', () => {
  expect(find('fail')).toEqual(['fail', 'bread'])
  expect(find('wool')).toEqual(['fail'])
  expect(find('LADDER')).toEqual(['gutter'])
  expect(find('batting')).toEqual(['quilt'])
  expect(find('selvedge')).toEqual(['quilt'])
})

test('the beginning of a word will do, and so will one with a slip in it', () => {
  expect(find('jump')).toEqual(['fail'])
  expect(find('lader')).toEqual(['gutter'])
  expect(find('lxxxxr')).toEqual([])
})

test.each([
  // `wood` is one slip away from `wool`, and there as it is typed.
  ['wood', ['chair'], false],
  ['wool', ['fail'], false],
  ['woold', ['chair', 'fail'], true],
  ['wood legg', ['chair'], true],
  ['wood xyzzy', ['chair'], false],
  ['lxxxxr', [], false],
])('%j finds %j, and says whether it guessed', (query, slugs, guessed) => {
  const found = findHits(index, query)
  expect(found.hits.map(({ slug }) => slug)).toEqual(slugs)
  expect(found.guessed).toBe(guessed)
})

test('posts that are not shown neither answer nor keep others from answering', () => {
  const shown = findHits(index, 'wood chair jumper', (slug) => slug !== 'chair')
  expect(shown.hits.map(({ slug }) => slug)).toEqual(['fail'])
})

test('accents and apostrophes may be left out, in any script', () => {
  expect(find('cafe naivete')).not.toEqual([])
  expect(find('naivete')).toEqual(['straße'])
  expect(find('wasnt')).toEqual(['bread'])
  expect(find('мост')).toEqual(['straße'])
})

test('posts with all words come alone, and those with some only when none has all', () => {
  expect(find('failed ate')).toEqual(['bread'])
  expect(find('ladder jumper')).toEqual(expect.arrayContaining(['gutter', 'fail']))
})

test.each(['', '   ', '?!', '"', '<script>', '\0'])('%j finds nothing and breaks nothing', (query) => {
  expect(find(query)).toEqual([])
})

test('an index that was stored finds the same', () => {
  const again = unpackSearchIndex(packSearchIndex(index))
  expect(findHits(again, 'fail')).toEqual(findHits(index, 'fail'))
})

test('of many posts the best twenty are given, and all are counted', () => {
  const many = makeSearchIndex()
  for (let number = 1; number <= 30; number++) {
    const title = number === 30 ? 'Wool' : `Post ${number}`
    addToIndex(many, { slug: `post-${number}`, title, tags: [], headings: [], description: '' }, 'Wool.')
  }
  const { total, hits } = findHits(many, 'wool')
  expect([total, hits.length, hits[0]?.slug]).toEqual([30, 20, 'post-30'])
})

test('a word of thousands of posts is looked for in what they are called by, if it is in any', () => {
  const many = makeSearchIndex()
  for (let number = 1; number <= 5_001; number++) {
    const title = number % 2_000 === 0 ? 'The jumper' : `Post ${number}`
    addToIndex(many, { slug: `post-${number}`, title, tags: [], headings: [], description: '' }, 'The wool.')
  }
  const named = findHits(many, 'the')
  expect(named).toMatchObject({ total: 2, common: true, guessed: false })
  expect(named.hits.map(({ slug }) => slug).toSorted()).toEqual(['post-2000', 'post-4000'])
  expect(findHits(many, 'wool'), 'it names none').toMatchObject({ total: 5_001, common: false })
  expect(findHits(many, 'jumper'), 'a rarer one').toMatchObject({ total: 2, common: false })
  expect(findHits(many, 'the', (slug) => slug === 'post-1')).toMatchObject({ total: 1, common: false })
})
