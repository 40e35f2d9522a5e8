import { expect, test } from 'vitest'
import { languageOf, sharedLanguage } from './language'

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

test.each([
  ['one', ['ar'], 'ar'],
  ['all', ['ar', 'ar'], 'ar'],
  ['several', ['ar', 'de'], null],
  ['some in the language of the site', ['ar', null], null],
  ['the language of the site', [null, null], null],
  ['none', [], null],
])('the language of %s: %j', (_, languages, shared) => {
  expect(sharedLanguage(languages.map((lang) => ({ lang })))).toBe(shared)
})
