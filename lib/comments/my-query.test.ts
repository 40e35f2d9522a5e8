import { expect, test } from 'vitest'
import { myPagePath, parseMyQuery } from './my-query'

const id = '5a0b7ab4-6a0a-4a7c-9b7e-0d8a3d1c2f4e'

test('the address of a page is read as it was written', () => {
  const cursor = { at: new Date('2026-11-28T08:00:00.123Z'), id }
  const query = Object.fromEntries(new URL(myPagePath(cursor), 'http://localhost').searchParams)
  expect(parseMyQuery(query)).toEqual({ after: cursor, told: null })
})

test.each([
  [{}, null],
  [{ asked: '1' }, 'asked'],
  [{ erased: '1' }, 'erased'],
  [{ asked: ['1', '1'], erased: 'yes' }, null],
])('%j tells %s', (query, told) => {
  expect(parseMyQuery(query)).toEqual({ after: null, told })
})

test('what makes no sense is as if it were not', () => {
  expect(parseMyQuery({ after: '1' }).after).toBeNull()
})
