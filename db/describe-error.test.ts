import { DrizzleQueryError } from 'drizzle-orm/errors'
import pg from 'pg'
import { expect, test } from 'vitest'
import { describeError } from './describe-error'

function refusal(code: string, constraint?: string) {
  const error = new pg.DatabaseError('Key (body)=(my secret) already exists.', 1, 'error')
  return new DrizzleQueryError('insert … $1', ['my secret'], Object.assign(error, { code, constraint }))
}

test('what the server refused is its code and the constraint, never the values', () => {
  expect(describeError(refusal('23505', 'comments_post_number'))).toBe('23505 comments_post_number')
  expect(describeError(refusal('22021'))).toBe('22021')
})

test('a connection that fails says why', () => {
  expect(
    describeError(Object.assign(new Error('connect ECONNREFUSED 10.0.0.1'), { code: 'ECONNREFUSED' })),
  ).toBe('ECONNREFUSED')
  expect(
    describeError(new DrizzleQueryError('select $1', ['my secret'], new Error('Query read timeout'))),
  ).toBe('Query read timeout')
  expect(describeError('my secret')).toBe('unknown error')
})
