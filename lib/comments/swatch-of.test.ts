import { describe, expect, test } from 'vitest'
import { keyedHash, swatchOf } from './swatch-of'

test('a keyed hash is HMAC-SHA-256 in hex (RFC 4231, case 2)', () => {
  expect(keyedHash('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

describe('swatchOf', () => {
  test('is 16 hex digits', () => {
    expect(swatchOf('key', { name: 'Wren', email: null })).toMatch(/^[0-9a-f]{16}$/)
  })

  test('follows the address where one is given, whatever its case and the name', () => {
    const first = swatchOf('key', { name: 'Wren', email: 'wren@example.com' })
    expect(swatchOf('key', { name: 'Renny', email: 'Wren@Example.com' })).toBe(first)
    expect(swatchOf('key', { name: 'Wren', email: null })).not.toBe(first)
  })

  test('cannot be told without the key', () => {
    const wren = { name: 'Wren', email: 'wren@example.com' }
    expect(swatchOf('one key', wren)).not.toBe(swatchOf('another key', wren))
  })

  test('does not take a name for an address', () => {
    expect(swatchOf('key', { name: 'a@example.com', email: null })).not.toBe(
      swatchOf('key', { name: 'x', email: 'a@example.com' }),
    )
  })
})
