import { expect, test } from 'vitest'
import { toTextHref, toWebHref } from './safe-href'

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,x',
  '/studio',
  '//a.example',
  '',
])('%j stands in no link', (address) => {
  expect(toWebHref(address)).toBeNull()
  expect(toTextHref(address)).toBeNull()
})

test('mailto: is for words in a text, not for a site', () => {
  expect(toTextHref('MAILTO:wren@example.com')).toBe('mailto:wren@example.com')
  expect(toWebHref('mailto:wren@example.com')).toBeNull()
})

test('a web address is written in one way', () => {
  expect(toWebHref('HTTPS://Example.com/"x"')).toBe('https://example.com/%22x%22')
})
