import { expect, test } from 'vitest'
import { cursorSchema, writeCursor } from './cursor'

const id = '5a0b7ab4-6a0a-4a7c-9b7e-0d8a3d1c2f4e'

test('a cursor says the same when it is read back', () => {
  const cursor = { at: new Date('2026-11-28T08:00:00.123Z'), id }
  expect(cursorSchema.parse(writeCursor(cursor))).toEqual(cursor)
})

test.each([
  '',
  '1',
  '1_x',
  '1_00000000-zzzz',
  `x_${id}`,
  `1_${id}'`,
  `1_${'-'.repeat(36)}`,
  `99999999999999_${id}`,
  [`1_${id}`],
  undefined,
])('nonsense is none: %j', (text) => {
  expect(cursorSchema.safeParse(text).success).toBe(false)
})
