import { expect, test } from 'vitest'
import { swatchOf } from './swatch-of'

test('a swatch is 16 hex digits, the same however the name is written', () => {
  expect(swatchOf('key', 'Wren')).toMatch(/^[0-9a-f]{16}$/)
  expect(swatchOf('key', 'WREN')).toBe(swatchOf('key', 'Wren'))
  expect(swatchOf('key', 'Tam')).not.toBe(swatchOf('key', 'Wren'))
})

test('a swatch cannot be told without the key', () => {
  expect(swatchOf('one key', 'Wren')).not.toBe(swatchOf('another key', 'Wren'))
})
