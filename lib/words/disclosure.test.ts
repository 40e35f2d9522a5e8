import { expect, test } from 'vitest'
import { disclosureFor } from './disclosure'

test('a text without paid links discloses nothing', () => {
  expect(disclosureFor(0)).toBeNull()
})

test.each([
  [1, /^One link below is paid: if you buy the thing,/],
  [2, /^Two links below are paid: if you buy a thing there,/],
  [10, /^Ten links /],
  [11, /^11 links /],
])('%i paid links are counted in words as far as they go', (paidLinks, words) => {
  expect(disclosureFor(paidLinks)).toMatch(words)
})
