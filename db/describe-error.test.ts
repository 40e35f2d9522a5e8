import { DrizzleQueryError } from 'drizzle-orm/errors'
import pg from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeError } from './describe-error'
import { FolderInUse } from './embedded/lock'

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

const canary = 'canary@example.org'

test.each([
  { name: 'SyntaxError', work: () => JSON.parse(canary) },
  { name: 'ZodError', work: () => z.strictObject({}).parse({ [canary]: 1 }) },
  {
    name: 'TypeError',
    work: () => {
      throw new TypeError(`${canary} is not one\n    at ${canary}:1:1`)
    },
  },
])(
  'of what quotes what it was given there is the name, and where in the code it was: $name',
  ({ name, work }) => {
    const error = thrownBy(work)
    expect(error.message).toContain(canary)
    for (const thrown of [error, new DrizzleQueryError('select $1', ['my secret'], error)]) {
      expect(describeError(thrown)).toMatch(
        new RegExp(`^${name} at \\S.*describe-error\\.test\\.ts:\\d+:\\d+`),
      )
      expect(describeError(thrown)).not.toContain(canary)
    }
  },
)

test('of an error without a trace there is the name', () => {
  expect(describeError(Object.assign(new TypeError(canary), { stack: undefined }))).toBe('TypeError')
})

test('an error of our own says what it has to say', () => {
  expect(describeError(new FolderInUse('.data', 7))).toContain('process 7')
})

function thrownBy(work: () => unknown): Error {
  try {
    work()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('Nothing was thrown.')
}
