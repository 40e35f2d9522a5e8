import { expect, test } from 'vitest'
import { splitFile } from './split-file'

test('front matter and body part at the second line of dashes', () => {
  expect(splitFile('---\ntitle: A\n---\n\nWords.\n')).toEqual({
    frontMatter: 'title: A\n',
    body: '\nWords.\n',
    bodyLine: 4,
  })
})

test('a file from Windows with a byte order mark reads the same', () => {
  const unix = '---\ntitle: A\n---\n\nWords.\n\n---\n\nMore.\n'
  expect(splitFile(`\uFEFF${unix.replaceAll('\n', '\r\n')}`)).toEqual(splitFile(unix))
})

test('empty front matter is there, absent front matter is null', () => {
  expect(splitFile('---\n---\nWords.')).toEqual({ frontMatter: '', body: 'Words.', bodyLine: 3 })
  expect(splitFile('Words.\n---\nMore.\n')).toEqual({
    frontMatter: null,
    body: 'Words.\n---\nMore.\n',
    bodyLine: 1,
  })
  expect(splitFile('---js\nx\n---\n').frontMatter).toBeNull()
})
