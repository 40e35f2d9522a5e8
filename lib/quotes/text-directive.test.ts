import { expect, test } from 'vitest'
import { textDirective } from './text-directive'

test.each([
  ['Some things you bury.', 'text=Some%20things%20you%20bury.'],
  ['  well-worn, & patched ', 'text=well%2Dworn%2C%20%26%20patched'],
  ['', 'text='],
])('%j is found by itself', (words, directive) => {
  expect(textDirective(words)).toBe(directive)
})

test('a long passage is found by its first and last words', () => {
  const words =
    'You can hold the pieces for as long as you need to, whatever they say. They are not getting any more broken.'
  expect(textDirective(words)).toBe(
    'text=You%20can%20hold%20the%20pieces,not%20getting%20any%20more%20broken.',
  )
})

test('a passage over several paragraphs is found by how the first begins and the last ends', () => {
  expect(textDirective('It came apart.\n\nI looked.\n\nThen we sewed it up once more.')).toBe(
    'text=It%20came%20apart.,sewed%20it%20up%20once%20more.',
  )
})

test('one very long word is not torn', () => {
  const word = 'un'.repeat(80)
  expect(textDirective(word)).toBe(`text=${word}`)
})
