import { describe, expect, test } from 'vitest'
import { site } from '../../content/site'
import { honeypotField } from './honeypot'
import { parseForm } from './schema'

const key = '7b1c5b8e-6a54-4b4e-9a57-0a4f8f3f6b11'
const whole = {
  slug: 'sometimes-we-fail',
  parent: '',
  body: 'I read this on the bus.\r\nTwice.',
  name: ' Wren ',
  email: '',
  website: 'wren.example',
  remember: 'on',
  forAuthor: 'on',
  addLatest: 'on',
  latestChoice: 'CHOICE.SEAL',
  letters: '',
  key,
  elapsed: '5400',
  intent: 'post',
}

function parse(fields: Record<string, string | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return parseForm(form, site.comments.lengths)
}

describe('parseForm', () => {
  test('reads a whole form into what the rules take', () => {
    expect(parse(whole)).toMatchObject({
      status: 'ok',
      input: {
        slug: 'sometimes-we-fail',
        parent: null,
        body: 'I read this on the bus.\nTwice.',
        name: 'Wren',
        email: null,
        website: 'https://wren.example/',
        remember: true,
        forAuthor: true,
        addLatest: true,
        latestChoice: 'CHOICE.SEAL',
        letters: false,
        key,
        elapsed: 5400,
        [honeypotField]: '',
        intent: 'post',
      },
    })
  })

  test('leaves fields aside that a reader must not set', () => {
    const extra = {
      byAuthor: 'true',
      status: 'published',
      number: '1',
      swatch: 'ff',
      isAuthor: '1',
      postId: 'other',
      writerHash: 'b'.repeat(64),
      reasons: '',
      createdAt: '2099-01-01',
    }
    expect(parse({ ...whole, ...extra })).toEqual(parse(whole))
  })

  test('takes a plain form without key, time and choices', () => {
    const { body, name, slug } = whole
    expect(parse({ body, name, slug })).toMatchObject({
      status: 'ok',
      input: {
        key: null,
        elapsed: null,
        parent: null,
        email: null,
        website: null,
        remember: false,
        forAuthor: false,
        addLatest: false,
        letters: false,
      },
    })
  })

  test('answers mistakes with the words for each field and with what was typed', () => {
    expect(parse({ ...whole, body: ' ', email: 'ansel at post' })).toEqual({
      status: 'invalid',
      errors: { body: 'Write a comment before posting', email: 'Enter an email like name@example.com' },
      typed: {
        body: ' ',
        name: ' Wren ',
        email: 'ansel at post',
        website: 'wren.example',
        remember: true,
        forAuthor: true,
        addLatest: true,
        letters: false,
      },
    })
  })

  test('says with all the others that replies need an address', () => {
    expect(parse({ ...whole, body: '', letters: 'on' })).toMatchObject({
      status: 'invalid',
      errors: { body: 'Write a comment before posting', email: 'Enter your email to get replies' },
      typed: { letters: true },
    })
    const email = 'wren@small.example'
    expect(parse({ ...whole, email, letters: 'on' })).toMatchObject({
      status: 'ok',
      input: { email, letters: true },
    })
  })

  test('sends back a text that is too long, so that it can be shortened', () => {
    const body = 'a'.repeat(59_000)
    expect(parse({ ...whole, body })).toMatchObject({
      status: 'invalid',
      errors: { body: 'Your comment is 49000 characters too long' },
      typed: { body },
    })
  })

  test.each([
    ['60,001 letters', 'a'.repeat(60_001)],
    ['letters of three bytes', '羊'.repeat(20_001)],
    ['marks that JSON escapes', '\u0001'.repeat(10_001)],
  ])('does not send back a text no one typed: %s', (_, body) => {
    expect(parse({ ...whole, body })).toMatchObject({
      status: 'malformed',
      tooLong: true,
      typed: { body: '', name: ' Wren ', website: 'wren.example' },
    })
  })

  test('leaves out as many long texts as it takes, the longest first', () => {
    const name = 'n'.repeat(40_000)
    const texts = { body: 'b'.repeat(90_000), name, website: 'w'.repeat(50_000) }
    expect(parse({ ...whole, ...texts })).toMatchObject({
      status: 'malformed',
      typed: { body: '', name, website: '' },
    })
  })

  test('counts a time that was not measured as none', () => {
    expect(parse({ ...whole, elapsed: 'soon' })).toMatchObject({ status: 'ok', input: { elapsed: null } })
  })

  test.each([
    { slug: '../studio' },
    { slug: '' },
    { parent: '-1' },
    { parent: '1.5' },
    { parent: '99999999999' },
    { key: 'not-a-uuid' },
    { intent: 'approve' },
  ])('does not take %j for one of our forms', (field) => {
    expect(parse({ ...whole, ...field })).toMatchObject({ status: 'malformed', tooLong: false })
  })

  test('survives files, numbers and nothing at all', () => {
    expect(parse({ ...whole, body: new File(['x'], 'x.txt') })).toMatchObject({ status: 'invalid' })
    expect(parseForm(undefined, site.comments.lengths)).toMatchObject({ status: 'invalid' })
    expect(parseForm([1, { body: 'x' }], site.comments.lengths)).toMatchObject({ status: 'invalid' })
  })

  test('for a preview only the text must be right', () => {
    const typed = {
      body: whole.body.replace('\r', ''),
      name: '',
      email: 'wren at',
      website: '',
      remember: false,
      forAuthor: false,
      addLatest: false,
      letters: false,
    }
    const fields = {
      ...whole,
      ...typed,
      remember: '',
      forAuthor: '',
      addLatest: '',
      letters: '',
      intent: 'preview',
    }
    expect(parse(fields)).toEqual({ status: 'preview', body: typed.body, typed })
    expect(parse({ ...fields, body: ' ' })).toMatchObject({
      status: 'invalid',
      errors: { body: 'Write a comment before posting' },
    })
    expect(parse({ ...fields, body: 'x'.repeat(60_001) })).toMatchObject({
      status: 'malformed',
      tooLong: true,
    })
  })
})
