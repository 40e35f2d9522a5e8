import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWords } from './first-words'

test.each([
  ['a short comment stands whole', 'Same here.', 'Same here.'],
  ['only whole sentences are taken', `One. Two two. ${'Three '.repeat(30)}.`, 'One. Two two.'],
  [
    'marks and addresses of links are left out',
    'It is *her* [jumper](https://wool.example).',
    'It is her jumper.',
  ],
  ['lines become one', 'First line\nsecond line\n\nnext paragraph', 'First line second line next paragraph'],
  ['a quotation of somebody else is passed over', '> She said no.\n\nI said yes.', 'I said yes.'],
  ['code is passed over', '```\nrow()\n```\nThat was it.', 'That was it.'],
  ['a comment of nothing but code has no words', '```\nrow()\n```', ''],
])('%s', (_, body, words) => {
  expect(firstWords(body)).toBe(words)
})

test('a first sentence that is too long is cut between words', () => {
  const words = firstWords('I read this on the bus, and missed my stop, and then the next', 40)
  expect(words).toBe('I read this on the bus, and missed my…')
})

test('whatever is typed, the words fit and stay on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (body) => {
      const words = firstWords(body, 60)
      expect(words.length).toBeLessThanOrEqual(60)
      expect(words).not.toMatch(/[\n\r]/)
    }),
  )
})
