import { expect, test } from 'vitest'
import { findHidden } from './hidden-characters'

test.each(['\u0000', '\u001b', '\u007f', '\u0085', '\u202e', '\u2066', '\uffff'])(
  '%j is found',
  (character) => {
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    expect(findHidden(`ab${character}`)).toEqual([{ index: 2, name }])
  },
)

test('tabs, line ends, joined emoji and other scripts are no hiding place', () => {
  expect(findHidden('a\tb\r\n👩\u200d🚀 שלום 毛糸\u200e')).toEqual([])
})
