import { expect, test } from 'vitest'
import { keyedHash, swatchOf } from './swatch-of'

test('a keyed hash is HMAC-SHA-256 in hex (RFC 4231, case 2)', () => {
  expect(keyedHash('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('a swatch is 16 hex digits, the same however the name is written', () => {
  expect(swatchOf('key', 'Wren')).toMatch(/^[0-9a-f]{16}$/)
  expect(swatchOf('key', 'WREN')).toBe(swatchOf('key', 'Wren'))
  expect(swatchOf('key', 'Tam')).not.toBe(swatchOf('key', 'Wren'))
})

test('a swatch cannot be told without the key', () => {
  expect(swatchOf('one key', 'Wren')).not.toBe(swatchOf('another key', 'Wren'))
})
