import { describe, expect, test } from 'vitest'
import { type Reason, ruleNames } from './decide'
import { forAuthorAlone } from './decision'
import { nameRule, ruleBehind, sayReasons } from './say-reasons'

const table: [string[], string][] = [
  [[], ''],
  [['first-comment'], 'First comment by this person'],
  [['links: 2', 'hold-word: best price'], 'Two links, and the words “best price”'],
  [['links: 12'], '12 links'],
  [['hold-word: casino'], 'The word “casino”'],
  [['spam-word: casino, free spins'], 'The words “casino”, “free spins”'],
  [['disguised-word: сasino'], 'Letters of another alphabet in “сasino”'],
  [
    ['trap', 'first-comment', 'quick'],
    'The field that no person sees was filled in, first comment by this person, and written in next to no time',
  ],
  [['last-year: 3', 'flood'], 'An earlier rule, “last-year: 3”, and many comments within minutes'],
]

describe('the author is told why', () => {
  test.each(table)('%j', (reasons, words) => {
    expect(sayReasons(reasons)).toBe(words)
  })
})

test('every rule has words', () => {
  for (const rule of ruleNames) {
    const reasons: Reason[] = [rule, `${rule}: 3`]
    for (const reason of reasons) expect(sayReasons([reason])).not.toBe('')
    expect(nameRule(rule)).not.toBe('')
  }
})

test('a stored reason leads back to its rule', () => {
  expect(ruleBehind('links: 3')).toBe('links')
  expect(ruleBehind('first-comment')).toBe('first-comment')
  expect(ruleBehind('hold-word: a: b')).toBe('hold-word')
  expect(ruleBehind('last-year')).toBeNull()
  expect(nameRule('last-year')).toBe('an earlier rule, “last-year”')
})

test('no rule has the name of what is for the author alone', () => {
  expect(ruleNames).not.toContain(forAuthorAlone)
})
