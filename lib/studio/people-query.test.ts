import { expect, test } from 'vitest'
import { parsePeopleQuery, peoplePath, personPath } from './people-query'

test('an address of the list says the same when it is read back', () => {
  const ask = {
    standing: 'blocked' as const,
    after: { lastSeen: new Date(1_700_000_000_123), key: 'a_b/c&d' },
  }
  const { searchParams } = new URL(peoplePath(ask), 'http://localhost')
  expect(parsePeopleQuery(Object.fromEntries(searchParams))).toEqual(ask)
  expect(peoplePath({})).toBe('/studio/people')
  expect(personPath('a/b ?')).toBe('/studio/people/a%2Fb%20%3F')
})

test.each([{ standing: 'queen', after: 'x' }, { standing: ['trusted'], after: '99999999999999_a' }, {}])(
  'nonsense is as if it were not: %j',
  (query) => {
    expect(parsePeopleQuery(query)).toEqual({ standing: null, after: null })
  },
)
