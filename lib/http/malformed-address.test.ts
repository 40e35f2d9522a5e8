import fc from 'fast-check'
import { expect, test } from 'vitest'
import { malformedAddress } from './malformed-address'

/** As Next reads the pattern: the whole of the address, capitals and small letters alike. */
const pattern = new RegExp(`^${malformedAddress}$`, 'i')

function isMalformed(address: string): boolean {
  try {
    decodeURIComponent(address)
    return false
  } catch {
    return true
  }
}

test.each(['/%', '/%E0%A4%A', '/a%2', '/posts/%zz', '/%ff', '/%C0%80', '/%ED%A0%80', '/%F5%80%80%80', '/é%'])(
  '%s is malformed',
  (address) => expect(address).toMatch(pattern),
)

test.each(['/', '/posts/sometimes-we-fail', '/tags/%D1%88%D0%B2%D1%8b', '/%F0%9F%A7%B5', '/100%25', '/é'])(
  '%s is not',
  (address) => expect(address).not.toMatch(pattern),
)

test('it is what cannot be decoded, whatever its bytes', () => {
  const byte = fc.integer({ min: 0, max: 255 }).map((value) => `%${value.toString(16).padStart(2, '0')}`)
  const character = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).map(encodeURIComponent)
  const pieces = fc.array(fc.oneof(byte, character, fc.constantFrom('%', '%e', 'a', '/', '%ZZ')), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(pieces, (parts) => {
      const address = `/${parts.join('')}`
      expect(pattern.test(address)).toBe(isMalformed(address))
    }),
    { numRuns: 5_000 },
  )
})

test('a long address is looked at once', () => {
  const begun = performance.now()
  expect(`/${'%41'.repeat(5_000)}%`).toMatch(pattern)
  expect(performance.now() - begun).toBeLessThan(100)
})
