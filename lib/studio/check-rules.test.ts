import { expect, test } from 'vitest'
import { checkRules, type TypedRules } from './check-rules'

const typed: TypedRules = {
  holdFirst: true,
  links: '2',
  floodCount: ' 5 ',
  floodMinutes: '10080',
  quickest: '2.5',
  holdWords: 'best price',
  spamWords: '',
}

test('what was typed becomes rules, seconds milliseconds', () => {
  expect(checkRules(typed)).toEqual({
    ok: true,
    rules: {
      holdFirst: true,
      links: 2,
      flood: { count: 5, minutes: 10_080 },
      quickest: 2500,
      holdWords: 'best price',
      spamWords: '',
    },
  })
  expect(checkRules({ ...typed, quickest: '0' })).toMatchObject({ ok: true, rules: { quickest: 0 } })
})

test.each<[keyof TypedRules, string, RegExp]>([
  ['links', 'none', /number of links/],
  ['links', '0', /number of links/],
  ['links', '1.5', /number of links/],
  ['floodCount', '', /number of comments/],
  ['floodCount', '-1', /number of comments/],
  // Postgres counts minutes in an integer.
  ['floodMinutes', '9007199254740991', /number of minutes/],
  ['quickest', '', /number of seconds/],
  ['quickest', '-0.1', /number of seconds/],
  ['quickest', '3601', /number of seconds/],
  ['holdWords', 'x'.repeat(60_001), /words that hold/],
  ['spamWords', 'x'.repeat(60_001), /probable spam/],
])('%s cannot be "%.20s"', (field, value, message) => {
  const problem = { field, message: expect.stringMatching(message) }
  expect(checkRules({ ...typed, [field]: value })).toEqual({ ok: false, problems: [problem] })
})

test('several mistakes are told in the order of the form', () => {
  const { problems } = {
    problems: [],
    ...checkRules({ ...typed, spamWords: 'x'.repeat(60_001), links: 'x' }),
  }
  expect(problems).toMatchObject([{ field: 'links' }, { field: 'spamWords' }])
})
