import { expect, test } from 'vitest'
import { knownWords } from './known-words'

test.each([
  ['“Čaj & déjà vu” — 3 £…', '“Čaj & déjà vu” — 3 £…'],
  ['Tomatoes 🍅 again ❤️', 'Tomatoes again'],
  ['Ψωμί, хлеб', 'Ψωμί, хлеб'],
  ['e\u0301t\u00e9', 'été'],
  ['毛糸', null],
  ['half مرحبا half', null],
  ['🍅', null],
  ['', null],
])('of %j is drawn %j', (text, words) => {
  expect(knownWords(text)).toBe(words)
})
