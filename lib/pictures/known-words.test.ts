import { expect, test } from 'vitest'
import { knownWords } from './known-words'

test.each([
  ['“Čaj & déjà vu” — 3 £…', '“Čaj & déjà vu” — 3 £…'],
  ['Tomatoes 🍅 again ❤️', 'Tomatoes again'],
  ['Ψωμί, хлеб', 'Ψωμί, хлеб'],
  ['e\u0301t\u00e9', 'été'],
  ['毛糸', null],
  ['half مرحبا half', 'half مرحبا half'],
  ['שָׁלוֹם 🍅 “12”', 'שָׁלוֹם “12”'],
  ['می\u200cخواهم، ٪۱۰۰', 'می\u200cخواهم، ٪۱۰۰'],
  ['half\u200c-joined', 'half-joined'],
  ['مرحبا 毛糸', null],
  ['\u061c', null],
  ['🍅', null],
  ['', null],
])('of %j is drawn %j', (text, words) => {
  expect(knownWords(text)).toBe(words)
})
