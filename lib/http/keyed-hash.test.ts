import { expect, test } from 'vitest'
import { keyedHash } from './keyed-hash'

test('a keyed hash is HMAC-SHA-256 in hex (RFC 4231, case 2)', () => {
  expect(keyedHash('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})
