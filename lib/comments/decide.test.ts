import { expect, test } from 'vitest'
import { type CommentFacts, decide, type Verdict } from './decide'

const table: [string, CommentFacts, Verdict][] = [
  ['an ordinary comment', { trapFilled: false, elapsed: 40_000 }, { status: 'published', reasons: [] }],
  ['a comment from a plain form', { trapFilled: false, elapsed: null }, { status: 'published', reasons: [] }],
  ['a quick writer', { trapFilled: false, elapsed: 1999 }, { status: 'published', reasons: [] }],
  ['the hidden field filled in', { trapFilled: true, elapsed: null }, { status: 'held', reasons: ['trap'] }],
  [
    'the hidden field filled in slowly',
    { trapFilled: true, elapsed: 2000 },
    { status: 'held', reasons: ['trap'] },
  ],
  [
    'the hidden field filled in at once',
    { trapFilled: true, elapsed: 0 },
    { status: 'held', reasons: ['trap', 'quick'] },
  ],
]

test.each(table)('%s', (_case, facts, verdict) => {
  expect(decide(facts, { quickest: 2000 })).toEqual(verdict)
})

test('what counts as quick is for the site to say', () => {
  const facts = { trapFilled: true, elapsed: 2000 }
  expect(decide(facts, { quickest: 2001 }).reasons).toEqual(['trap', 'quick'])
  expect(decide(facts, { quickest: 0 }).reasons).toEqual(['trap'])
})
