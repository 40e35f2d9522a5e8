import { expect, test } from 'vitest'
import { cutSnippet, markHits } from './cut-snippet'

const filler = 'and so it went on for a while, as such things do, '.repeat(12)

/** Hits in brackets. */
function show(text: string, terms: string[]) {
  return cutSnippet(text, terms)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('')
}

test('marks the words that were found, as they are written', () => {
  expect(show('We fail. Then we Failed, in a café.', ['fail', 'failed', 'cafe'])).toBe(
    'We [fail]. Then we [Failed], in a [café].',
  )
})

test('shows the passage where most of them stand together, and that the text goes on', () => {
  const snippet = show(`A jumper. ${filler}The jumper came apart in the wash. ${filler}`, ['jumper', 'wash'])
  expect(snippet).toContain('The [jumper] came apart in the [wash].')
  expect(snippet).toMatch(/^… \w/)
  expect(snippet).toMatch(/\w,? …$/)
  expect(snippet.length).toBeLessThan(230)
})

test('begins at the beginning when only the title was found', () => {
  expect(show(`First words. ${filler}`, ['sometimes'])).toMatch(/^First words\./)
})

test('cuts a word as long as a page somewhere', () => {
  expect(show('x'.repeat(5_000), []).length).toBeLessThan(230)
  expect(show(`a ${'x'.repeat(5_000)} b`, ['b'])).toContain('[b]')
})

test('parts a heading from the words below it', () => {
  expect(show('## no\n\nA heading\n\nFirst words.\n\nMore.', [])).toBe(
    '## no · A heading · First words. More.',
  )
})

test('neither begins nor ends with what parts a heading from the words below it', () => {
  // Wherever the cut falls between the heading and the hit, or between the hit and the next heading.
  for (let shift = 0; shift < 60; shift++) {
    const some = 'yz '.repeat(shift)
    const text = `${filler}\n\nA heading\n\n${some}found ${some}Once more\n\n${filler}`
    const snippet = show(text, ['found'])
    expect(snippet).toMatch(/^… [^·]/)
    expect(snippet).toMatch(/[^·] …$/)
  }
})

test('has nothing to show of a post without words', () => {
  expect(cutSnippet('', ['fail'])).toEqual([])
})

test('marks the hits of a title and of a tag, and gives back all of it', () => {
  expect(markHits('Sometimes we fail', ['fail'])).toEqual([
    { text: 'Sometimes we ', isHit: false },
    { text: 'fail', isHit: true },
  ])
  expect(markHits('wool', ['fail'])).toEqual([{ text: 'wool', isHit: false }])
})
