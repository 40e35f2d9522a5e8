import { describe, expect, test } from 'vitest'
import { cleanBody, cleanLine, isVisible, tameForDisplay } from './clean-text'

describe('cleanLine', () => {
  test.each([
    ['  Wren \t of\nthe  hedge ', 'Wren of the hedge'],
    ['Wren\u202Efdp', 'Wrenfdp'],
    ['\u2066W\u2069ren\u200B\uFEFF', 'Wren'],
    ['Wren\u0000\u0007', 'Wren'],
    ['Wren\uD800', 'Wren'],
    ['Ame\u0301lie', 'Amélie'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
    ['👩\u200D🌾', '👩\u200D🌾'],
    ['ไม้', 'ไม้'],
  ])('%j becomes %j', (typed, stored) => {
    expect(cleanLine(typed)).toBe(stored)
  })

  test('keeps eight combining marks on a base and drops the rest of the tower', () => {
    expect(cleanLine(`Z${'\u0337'.repeat(60)}algo`)).toBe(`Z${'\u0337'.repeat(8)}algo`)
    expect(cleanLine(`Z${'\u0337\u200D'.repeat(60)}`).length).toBeLessThan(20)
  })
})

describe('cleanBody', () => {
  test.each([
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['\n \n  words\n\n', '  words'],
    ['a\u0000b\u001Bc\td', 'abc\td'],
    ['a\uDC00b', 'a\uFFFDb'],
    ['\u202Eas typed', '\u202Eas typed'],
  ])('%j becomes %j', (typed, stored) => {
    expect(cleanBody(typed)).toBe(stored)
  })
})

describe('tameForDisplay', () => {
  test('takes away what turns the direction of the words and what climbs out of the line', () => {
    expect(tameForDisplay(`a\u202Eb\u2067c e${'\u0301'.repeat(20)}`)).toBe(`abc e${'\u0301'.repeat(8)}`)
  })

  test('leaves right-to-left text, its marks and joined emoji as they are', () => {
    const text = 'שָׁלוֹם \u200Fabc می\u200Cخواهم 👩\u200D🌾'
    expect(tameForDisplay(text)).toBe(text)
  })
})

describe('isVisible', () => {
  test.each([' ', '\u200D', '\u3164', '\u2800', '\u00AD\u2060', '\u115F'])('%j shows nothing', (text) => {
    expect(isVisible(text)).toBe(false)
  })

  test.each(['a', '.', '木', '👋', '٣'])('%j shows something', (text) => {
    expect(isVisible(text)).toBe(true)
  })
})
