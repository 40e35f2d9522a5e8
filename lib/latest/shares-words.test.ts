import { expect, test } from 'vitest'
import { sharesWords } from './shares-words'

test.each([
  ['Rain, again Small Weather', 'RAIN at last | Notes'],
  ['Über Brot', 'uber brot und butter'],
  ['雨がまた降る', '雨の日記'],
  ['Снова дождь', 'Дождь — Малая погода'],
  ['Tea and jam', 'Tea, jam, etc.'],
  ['On 2026', '2026 in books'],
])('%s is still %s', (kept, now) => expect(sharesWords(kept, now)).toBe(true))

test.each([
  ['The rain in Spain', 'The best casino in town'],
  ['What I learned from bread', 'What you should know about our pills'],
  ['雨がまた降る', 'オンラインカジノ'],
  ['Rain', ''],
  ['', 'Cheap pills'],
])('%s is not %s any more', (kept, now) => expect(sharesWords(kept, now)).toBe(false))
