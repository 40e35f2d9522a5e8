import { describe, expect, test } from 'vitest'
import { site } from '../../content/site'
import { loopbackHosts } from '../net/testing/loopback-hosts'
import { checkBody, checkEmail, checkName, checkWebsite, findFieldErrors } from './fields'

const { lengths } = site.comments
const ok = (value: string | null) => ({ ok: true, value })
const wrong = (message: string) => ({ ok: false, message })

describe('checkBody', () => {
  test.each(['', '  \n ', '\u200B\u2060'])('asks for words instead of %j', (typed) => {
    expect(checkBody(typed, lengths)).toEqual(wrong('Write a comment before posting'))
  })

  test('counts code points after line ends became LF', () => {
    expect(checkBody(`${'👋\r\n'.repeat(4999)}👋👋`, lengths)).toMatchObject({ ok: true })
    expect(checkBody('👋'.repeat(10_000), lengths)).toMatchObject({ ok: true })
    expect(checkBody('a'.repeat(10_240), lengths)).toEqual(wrong('Your comment is 240 characters too long'))
    expect(checkBody('a'.repeat(10_001), lengths)).toEqual(wrong('Your comment is 1 character too long'))
  })
})

describe('checkName', () => {
  test.each(['', ' ', '\u3164', '\u202E\u2066'])('asks for a name instead of %j', (typed) => {
    expect(checkName(typed, lengths)).toEqual(wrong('Enter your name'))
  })

  test('takes any script and says by how much a name is too long', () => {
    expect(checkName(' नमिता  राव ', lengths)).toEqual(ok('नमिता राव'))
    expect(checkName('x'.repeat(83), lengths)).toEqual(wrong('Your name is 3 characters too long'))
  })
})

describe('checkEmail', () => {
  test.each([
    ['', null],
    ['  ', null],
    [' wren@example.com ', 'wren@example.com'],
    ["o'hara+blog@mail.example.co.uk", "o'hara+blog@mail.example.co.uk"],
  ])('%j is taken as %j', (typed, value) => {
    expect(checkEmail(typed, lengths)).toEqual(ok(value))
  })

  test.each([
    'ansel at post',
    'wren@localhost',
    'wren@example',
    'Wren <wren@example.com>',
    'a@example.com,b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    '"a b"@example.com',
    'a@[127.0.0.1]',
    'a..b@example.com',
    '(comment)a@example.com',
    'wren@example.com\u0000',
    '<script>@example.com',
  ])('%j is no plain address', (typed) => {
    expect(checkEmail(typed, lengths)).toEqual(wrong('Enter an email like name@example.com'))
  })

  test('answers a long row of dots at once', () => {
    expect(checkEmail(`${'a.'.repeat(120)}@`, lengths)).toMatchObject({ ok: false })
  })
})

describe('checkWebsite', () => {
  test.each([
    ['', null],
    ['example.com', 'https://example.com/'],
    ['example.com:8080/blog', 'https://example.com:8080/blog'],
    ['http://example.com/a?b#c', 'http://example.com/a?b#c'],
    ['HTTPS://Example.COM', 'https://example.com/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['//example.com/x', 'https://example.com/x'],
    ['example.com/"onmouseover="alert(1)', 'https://example.com/%22onmouseover=%22alert(1)'],
  ])('%j is taken as %j', (typed, value) => {
    expect(checkWebsite(typed, lengths)).toEqual(ok(value))
  })

  test.each([
    'javascript:alert(1)',
    'javascript://example.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'mailto:wren@example.com',
    'https://user:secret@example.com',
    'ftp://example.com',
    'localhost',
    ...loopbackHosts,
    ...loopbackHosts.map((host) => `http://${host}/`),
    'https://exa mple.com',
    'https://example.com/\u0000',
    'not an address',
    'https://',
  ])('%j is refused', (typed) => {
    expect(checkWebsite(typed, lengths)).toEqual(wrong('Enter a web address like https://example.com'))
  })
})

test('all that is wrong is said at once', () => {
  const typed = {
    body: '',
    name: '',
    email: 'x',
    website: 'y',
    remember: false,
    forAuthor: false,
    addLatest: false,
    letters: false,
  }
  expect(Object.keys(findFieldErrors(typed, lengths))).toEqual(['body', 'name', 'email', 'website'])
})

test.each([
  ['', true, 'Enter your email to get replies'],
  [' ', true, 'Enter your email to get replies'],
  ['x', true, 'Enter an email like name@example.com'],
  ['wren@small.example', true, undefined],
  ['', false, undefined],
])('replies need an address: %j, ticked %j', (email, letters, message) => {
  const boxes = { remember: false, forAuthor: false, addLatest: false, letters }
  const typed = { body: 'Words.', name: 'Wren', email, website: '', ...boxes }
  expect(findFieldErrors(typed, lengths).email).toBe(message)
})
