import { expect, test } from 'vitest'
import { fitToot } from './fit-toot'

test.each([
  ['what fits exactly', 'Some things you bury.', 21, 'Some things you bury.'],
  ['a word that ends there', 'Some things you bury', 16, 'Some things you…'],
  ['a letter is 1 in any script', '縫い目は残る', 6, '縫い目は残る'],
  ['a letter less', '縫い目は残る', 5, '縫い目は…'],
  ['a family is 1', 'Knit 👩‍👩‍👧‍👧', 6, 'Knit 👩‍👩‍👧‍👧'],
  ['an address is 23, however short', 'See https://a.co', 27, 'See https://a.co'],
  ['a letter less than an address', 'See https://a.co', 26, 'See…'],
])('%s: %j in %i', (_, words, room, fitting) => {
  expect(fitToot(words, room)).toBe(fitting)
})
