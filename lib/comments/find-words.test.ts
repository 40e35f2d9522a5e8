import { describe, expect, test } from 'vitest'
import { readWords } from './find-words'

const table: [string, string, string, string[]][] = [
  ['a word by itself', 'ham', 'Ham.', ['ham']],
  ['not within a longer one', 'ham', 'A hamper, a sham, ham_radio, ham2, hamé', []],
  ['beside any punctuation', 'ham', '(ham) "ham" ham-free #ham', ['ham']],
  ['in an address', 'cialis', 'https://buy-cialis.example/', ['cialis']],
  ['a phrase over the end of a line', 'best price', 'the BEST\n  price', ['best price']],
  ['as the list writes it', 'Best Price', 'best price', ['Best Price']],
  ['each word once, in the order of the list', 'a\nb\nc', 'c a c', ['a', 'c']],
  ['behind a longer one that holds it', 'ham', 'hamper hamper ham', ['ham']],
  [
    'with what a pattern would read otherwise',
    'c++\na.b\n$$$\n[x]',
    'c++ and axb for $$$ [x]',
    ['c++', '$$$', '[x]'],
  ],
  ['wide letters', 'casino', 'ＣＡＳＩＮＯ', ['casino']],
  ['with invisible marks in it', 'casino', 'ca\u200Bsi\u00ADno', ['casino']],
  ['accents typed in two ways', 'crédit', 'CRE\u0301DIT', ['crédit']],
  ['Cyrillic, on its boundaries', 'казино', 'Казино! казиношный', ['казино']],
  ['Cyrillic, not within', 'кот', 'который', []],
  ['Turkish, whatever the i', 'casino', 'CASINO', ['casino']],
  ['Arabic, on its boundaries', 'كازينو', 'كازينو اليوم', ['كازينو']],
  ['Hebrew, not within', 'קזינו', 'הקזינו', []],
  ['Hindi, with its marks', 'कैसीनो', 'यह कैसीनो है', ['कैसीनो']],
  ['Hindi, not before a mark', 'कर', 'करें करो', []],
  ['Chinese, anywhere', '博彩', '最好的博彩网站', ['博彩']],
  ['Japanese, anywhere', 'カジノ', 'オンラインカジノは', ['カジノ']],
  ['Thai, anywhere', 'บาคาร่า', 'เล่นบาคาร่าออนไลน์', ['บาคาร่า']],
  ['Korean, with an ending', '카지노', '온라인카지노에서', ['카지노']],
  ['Latin among Chinese', 'seo', '提供SEO服务', ['seo']],
  ['Latin among Chinese, not within', 'seo', '首尔Seoul很美', []],
]

describe('a word of the list is found', () => {
  test.each(table)('%s', (_case, list, text, found) => {
    expect(readWords(list)(text)).toEqual(found)
  })
})

test('a list is one word a line; empty lines and spaces around do not count', () => {
  expect(readWords('\n  best price \r\n\n ham\n')('ham at the best price')).toEqual(['best price', 'ham'])
  expect(readWords('')('anything')).toEqual([])
  expect(readWords(' \n\u200B\n')('any thing \u200B')).toEqual([])
})

test('hostile text takes no long time', () => {
  const find = readWords(Array.from({ length: 300 }, (_, index) => `word ${index} of many`).join('\n'))
  const before = process.cpuUsage().user
  for (const text of [
    'word '.repeat(2000),
    'w'.repeat(10_000),
    ' '.repeat(10_000),
    'word 1 of man'.repeat(770),
  ])
    find(text)
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(400)
})
