import fc from 'fast-check'
import twitterText from 'twitter-text'
import { expect, test } from 'vitest'
import { fitTweet } from './fit-tweet'

test.each([
  ['what fits exactly', 'Some things you bury.', 21, 'Some things you bury.'],
  ['a word that ends there', 'Some things you bury', 17, 'Some things you…'],
  ['a unit less', 'Some things you bury', 16, 'Some things…'],
  ['a letter of most alphabets is 1', 'Нитки', 5, 'Нитки'],
  ['of Chinese, Japanese and Korean 2', '縫い目は残る', 12, '縫い目は残る'],
  ['and the dots behind them 2', '縫い目は残る', 11, '縫い目は…'],
  ['an emoji is 2', 'Knit 🧵🧵', 9, 'Knit 🧵🧵'],
  ['an emoji, a unit less', 'Knit 🧵🧵', 8, 'Knit…'],
  ['an address is 23, however short', 'See a.co now', 31, 'See a.co now'],
  ['an address that does not fit is not torn', 'See a.co now', 28, 'See…'],
  ['an address that fits', 'See a.co now', 29, 'See a.co…'],
  ['an address with its path', 'See https://unpick.de/wool', 27, 'See https://unpick.de/wool'],
  ['a word that is too long', 'unpickable', 6, 'unpi…'],
])('%s: %j in %i units', (_, words, room, fitting) => {
  expect(fitTweet(words, room)).toBe(fitting)
})

test('whatever the words, X takes them', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.domain(),
    fc.webUrl(),
    fc.constantFrom(
      'e.g.',
      'a.co',
      'x.com/y.de',
      '👩‍👩‍👧‍👧',
      'sewn.',
      'Ünpick.de,b.co',
      'https://a.co/?b=c.de',
      '日本a.co',
      'a_b.com,c.de',
    ),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const fitting = fitTweet(words.join(' '), 254)
      expect(twitterText.parseTweet(fitting).weightedLength).toBeLessThanOrEqual(254)
    }),
  )
})
