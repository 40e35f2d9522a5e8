import { expect, test } from 'vitest'
import { languageOf } from './language'

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['de', 'ltr'],
  ['ja', 'ltr'],
])('%s is written %s', (lang, dir) => {
  expect(languageOf({ lang })).toEqual({ lang, dir })
})

test('a post in the language of the site needs no mark', () => {
  expect(languageOf({ lang: null })).toEqual({})
})
