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
add('quilt', 'Patches', 'Squares, and horses.', [], {
  headings: [{ id: 'batting', level: 2, text: 'On batting' }],
  description: 'What selvedge is for.',
})
add('thread', 'What unravels', 'Slowly.')
add('scheduled', 'What unrabels', 'Tomorrow.')
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
  expect(find('jmuper')).toEqual(['fail'])
  expect(find('laddre')).toEqual(['gutter'])
  expect(find('lxxxxr')).toEqual([])
})

test.each([
  // `horses` is one slip away from `houses`, and there as it is typed.
  ['horses', ['quilt'], false],
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

test.each([
  // What stands in a post that is not shown is no answer, and no reason not to guess: at one slip, or at two.
  ['horses', 'quilt', ['gutter']],
  ['unrabelss', 'scheduled', ['thread']],
])('%j, which %s alone has, is guessed at while that is not shown', (query, hidden, slugs) => {
  const found = findHits(index, query, (slug) => slug !== hidden)
  expect(found.hits.map(({ slug }) => slug)).toEqual(slugs)
  expect(found.guessed).toBe(true)
  expect(findHits(index, query).hits.map(({ slug }) => slug)).toEqual([hidden])
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
  expect(findHits(index, 'ladder jumper').partly).toBe(true)
  expect(findHits(index, 'ladder lxxxxr')).toMatchObject({ total: 1, partly: true })
  expect(findHits(index, 'failed ate').partly).toBe(false)
  expect(findHits(index, 'lxxxxr').partly).toBe(false)
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

/** Posts whose texts all hold these words, and their titles where one is given by number. */
function indexOfMany(count: number, text: string, titles: Record<number, string>) {
  const many = makeSearchIndex()
  for (let number = 1; number <= count; number++) {
    const title = titles[number] ?? `Post ${number}`
    addToIndex(many, { slug: `post-${number}`, title, tags: [], headings: [], description: '' }, text)
  }
  return many
}

test('words of thousands of posts are looked for in what these are called by, if one is called so', () => {
  const many = indexOfMany(6_001, 'The wool of it.', { 7: 'The jumper', 8: 'The edge of it', 9: 'Of socks' })
  const found = (query: string) => {
    const { total, hits, common } = findHits(many, query)
    return { total, common, slugs: hits.length > 5 ? null : hits.map(({ slug }) => slug).toSorted() }
  }
  expect(found('the')).toEqual({ total: 2, common: true, slugs: ['post-7', 'post-8'] })
  expect(found('the of')).toEqual({ total: 1, common: true, slugs: ['post-8'] })
  expect(found('wool'), 'none is called so').toEqual({ total: 6_001, common: false, slugs: null })
  expect(found('the jumper'), 'beside a rarer one').toEqual({ total: 1, common: false, slugs: ['post-7'] })
  expect(found('wool it'), 'none is called so').toMatchObject({ total: 6_001, common: false })
  expect(findHits(many, 'wool the')).toMatchObject({ total: 6_001, partly: true })
  expect(findHits(many, 'lxxxxr wool')).toMatchObject({ total: 6_001, partly: true })
  expect(found('wooll'), 'guessed').toMatchObject({ total: 6_001, common: false })
  expect(findHits(many, 'the', (slug) => slug === 'post-1')).toMatchObject({ total: 1, common: false })
})

test('a word of one post is found, however many posts have words that begin so', () => {
  const text = 'continue consider contain control content context consent'
  const many = indexOfMany(1_000, text, { 1: 'Continue' })
  addToIndex(many, { slug: 'con', title: 'A fraud', tags: [], headings: [], description: '' }, 'A con.')
  const found = findHits(many, 'con')
  expect(found).toMatchObject({ total: 1_001, common: false })
  expect(found.hits[0]?.slug).toBe('con')
})
