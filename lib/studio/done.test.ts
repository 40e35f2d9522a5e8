import { describe, expect, test } from 'vitest'
import { type Done, parseDone, sayDone } from './done'

const id = '3f2a9c1e-0000-4000-8000-000000000001'
const done: Done = { verb: 'publish', ids: [id], notes: [7], reply: null, trust: null }

describe('what was done', () => {
  test('is read back as it was written', () => {
    expect(parseDone(JSON.stringify(done))).toEqual(done)
  })

  test.each([
    '',
    '{',
    'null',
    '[]',
    JSON.stringify({ ...done, verb: 'drop' }),
    JSON.stringify({ ...done, ids: ['1'] }),
    JSON.stringify({ ...done, notes: ['7'] }),
    JSON.stringify({ ...done, trust: { id, before: 'queen' } }),
    undefined,
    ['{}'],
  ])('nothing else is: %s', (text) => {
    expect(parseDone(text)).toBeNull()
  })

  test('is said by name', () => {
    expect(sayDone(done, 'Mirela')).toBe('Approved Mirela’s comment. It is on the page now.')
    expect(sayDone({ ...done, verb: 'spam' }, 'Bo')).toBe('Bo’s comment is in Spam.')
    expect(sayDone({ ...done, verb: 'reply' }, 'Bo')).toBe('Your reply to Bo is on the page now.')
    expect(sayDone({ ...done, verb: 'answer' }, 'Bo')).toMatch(/^Your letter to Bo is written\./)
    expect(sayDone({ ...done, verb: 'show-latest' }, 'Bo')).toBe(
      'The latest post under Bo’s comment is shown again.',
    )
    expect(sayDone({ ...done, verb: 'drop-latest' }, 'Bo')).toMatch(/ is left out\.$/)
    expect(sayDone({ ...done, trust: { id, before: null } }, 'Bo')).toMatch(/Bo is trusted from now on\.$/)
  })

  test('tells which were left, and why', () => {
    const left = [
      { id, why: 'changed' },
      { id, why: 'unavailable', fault: '0a1b2c3d' },
    ]
    expect(parseDone(JSON.stringify({ ...done, left }))).toEqual({ ...done, left })
    const misnamed = { id, why: 'unavailable', fault: '<b>' }
    for (const each of ['changed', { id, why: '<b>' }, { id: '1', why: 'gone' }, misnamed])
      expect(parseDone(JSON.stringify({ ...done, left: [each] }))).toBeNull()
  })

  test('is said of many, and of one whose name is not known', () => {
    const ids = [id, id]
    expect(sayDone({ ...done, ids }, null)).toBe('Approved 2 comments. They are on the page now.')
    expect(sayDone({ ...done, verb: 'hold', ids }, null)).toBe('2 comments wait again.')
    expect(sayDone({ ...done, verb: 'read', ids }, null)).toBe('2 comments wait no more: kept in “Read”.')
    expect(sayDone(done, null)).toBe('Approved one comment. It is on the page now.')
    expect(sayDone({ ...done, verb: 'remove' }, null)).toBe('One comment is in the bin.')
  })
})
