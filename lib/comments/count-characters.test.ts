import { expect, test } from 'vitest'
import { countCharacters } from './count-characters'

test('a character is a code point', () => {
  expect(countCharacters('a👋é')).toBe(3)
})
