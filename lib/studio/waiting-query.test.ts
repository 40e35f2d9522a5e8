import { expect, test } from 'vitest'
import { parseWaitingQuery, waitingPath } from './waiting-query'

test('an address of the list says the same when it is read back', () => {
  const ask = {
    after: { at: new Date(1_700_000_000_123), id: '0190d3a4-7c1e-4c6b-9f5e-0123456789ab' },
  }
  const { searchParams } = new URL(waitingPath(ask), 'http://localhost')
  expect(parseWaitingQuery(Object.fromEntries(searchParams))).toEqual(ask)
  expect(waitingPath({ after: null })).toBe('/studio/waiting')
})

test.each([{ after: '1' }, {}])('nonsense is as if it were not: %j', (query) => {
  expect(parseWaitingQuery(query)).toEqual({ after: null })
})
