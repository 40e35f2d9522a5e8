import { expect, it } from 'vitest'
import { seedHash } from './seed-hash'

it('is SHA-256 in hex, as FIPS 180-2 gives it for "abc"', () => {
  expect(seedHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
