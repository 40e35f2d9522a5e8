import { expect, test } from 'vitest'
import { hashWriter, makeWriterSecret } from './writer'

test('two secrets are never the same, and each has one hash', () => {
  const [one, other] = [makeWriterSecret(), makeWriterSecret()]
  expect(one).not.toBe(other)
  expect(hashWriter(one)).toMatch(/^[0-9a-f]{64}$/)
  expect(hashWriter(one)).toBe(hashWriter(one))
  expect(hashWriter(one)).not.toBe(hashWriter(other))
})

test.each([
  undefined,
  '',
  'wren',
  '1'.repeat(42),
  '1'.repeat(65),
  `${'1'.repeat(43)} `,
  `${'1'.repeat(43)}'`,
])('%j is no secret of ours', (secret) => {
  expect(hashWriter(secret)).toBeNull()
})
