import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean, hint } from './did-you-mean'

const names = ['Tweetable', 'Sponsored', 'Figure', 'Callout']

test.each([
  ['Tweetible', 'Tweetable'],
  ['tweetable', 'Tweetable'],
  ['Twetable', 'Tweetable'],
  ['Figrue', 'Figure'],
  ['Callouts', 'Callout'],
])('%s was meant to be %s', (typed, meant) => {
  expect(didYouMean(typed, names)).toBe(meant)
})

test('nothing is guessed when nothing is close', () => {
  expect(didYouMean('script', names)).toBeNull()
  expect(didYouMean('', names)).toBeNull()
  expect(hint('script', names)).toBe('')
})

test('the nearest of several wins', () => {
  expect(didYouMean('on-waitin', ['on-walking', 'on-waiting'])).toBe('on-waiting')
})

test('one changed letter in a word of six or more is always found', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 6, maxLength: 12 })
  fc.assert(
    fc.property(word, fc.nat(), (meant, at) => {
      const index = at % meant.length
      expect(didYouMean(`${meant.slice(0, index)}z${meant.slice(index + 1)}`, [meant])).toBe(meant)
    }),
  )
})
