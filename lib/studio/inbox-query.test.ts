import { describe, expect, test } from 'vitest'
import { inboxPath, parseInboxQuery } from './inbox-query'

const id = '3f2a9c1e-0000-4000-8000-000000000001'

describe('the address of a page of the inbox', () => {
  test('without a query it is all that waits', () => {
    expect(parseInboxQuery({})).toEqual({
      status: 'held',
      comment: null,
      reason: null,
      search: '',
      order: 'newest',
      after: null,
      past: null,
      all: false,
    })
    expect(inboxPath({})).toBe('/studio')
  })

  test('says the same when it is read back', () => {
    const ask = {
      status: 'held' as const,
      comment: id,
      reason: 'links',
      search: 'wool & 100% silk',
      order: 'likely' as const,
      after: { at: new Date('2026-11-25T04:00:00.123Z'), id },
      past: { until: new Date('2026-11-25T04:00:00.123Z'), score: -1.5, id },
      all: true,
    }
    const { searchParams } = new URL(inboxPath(ask), 'http://localhost')
    expect(parseInboxQuery(Object.fromEntries(searchParams))).toEqual(ask)
  })

  test('another tab than that of what waits has one order', () => {
    expect(parseInboxQuery({ order: 'likely' }).order).toBe('likely')
    expect(parseInboxQuery({ order: 'likely', tab: 'spam' }).order).toBe('newest')
    expect(inboxPath({ order: 'likely' })).toBe('/studio?order=likely')
    expect(inboxPath({ order: 'newest' })).toBe('/studio')
  })

  test('only what rules keep back can be asked for by their reasons', () => {
    expect(parseInboxQuery({ reason: 'links', tab: 'spam' }).reason).toBe('links')
    for (const tab of ['published', 'bin', 'answered'])
      expect(parseInboxQuery({ reason: 'links', tab }).reason).toBeNull()
  })

  test.each([
    {
      tab: 'constructor',
      reason: "'; drop",
      search: 'x'.repeat(201),
      after: '1_x',
      order: 'oldest',
      past: '1_x',
      all: 'yes',
    },
    {
      tab: ['spam'],
      reason: ['links'],
      search: ['a', 'b'],
      after: [`1_${id}`],
      order: ['likely'],
      past: [`1_1_${id}`],
      all: ['1'],
    },
    { after: `999999999999999_${'-'.repeat(36)}`, comment: '1' },
  ])('nonsense is as if it were not: %j', (query) => {
    expect(parseInboxQuery(query)).toEqual(parseInboxQuery({}))
  })
})
