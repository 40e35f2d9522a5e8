import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugify } from './slugify'

test.each([
  ['Wool', 'wool'],
  ['small repairs', 'small-repairs'],
  ['Café au lait!', 'cafe-au-lait'],
  ['  C++ & C# ', 'c-c'],
  ['Don’t', 'dont'],
  ['毛糸 и шерсть', '毛糸-и-шерсть'],
  ['…', ''],
])('%j becomes %j', (words, slug) => {
  expect(slugify(words)).toBe(slug)
})

test('a slug of a slug is itself, and it needs no cleaning in a path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const slug = slugify(words)
      expect(slugify(slug)).toBe(slug)
      expect(slug).not.toMatch(/[\s/?#%&]|^-|-$|--/)
    }),
  )
})
