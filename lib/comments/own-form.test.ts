import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseDelete, parseEdit } from './own-form'

const lengths = { body: 100, name: 80, email: 254, website: 500 }
const id = randomUUID()

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ slug: 'a-post', id, body: 'Hello.', ...fields }))
    form.set(name, value)
  return form
}

test('a form of ours is read with its text as it is stored', () => {
  expect(parseEdit(formOf({ body: '\r\nHello,\r\nyou. ' }), lengths)).toEqual({
    status: 'ok',
    input: { slug: 'a-post', id, body: 'Hello,\nyou.', topic: false, scripted: false },
    body: '\nHello,\nyou. ',
  })
  expect(parseDelete(formOf({ scripted: '1' }))).toEqual({ slug: 'a-post', id, scripted: true })
})

test('a text that is wrong comes back with what is wrong about it', () => {
  expect(parseEdit(formOf({ body: ' \n ' }), lengths)).toEqual({
    status: 'invalid',
    error: 'Write a comment before posting',
    body: ' \n ',
  })
  expect(parseEdit(formOf({ body: 'é'.repeat(101) }), lengths)).toMatchObject({
    status: 'invalid',
    error: 'Your comment is 1 character too long',
  })
})

test('a text that is far too long is not sent back', () => {
  const form = formOf({ body: 'x'.repeat(60_001) })
  expect(parseEdit(form, lengths)).toEqual({ status: 'malformed', tooLong: true, body: '' })
})

test.each([
  ['id', '1'],
  ['id', ''],
  ['slug', '../etc'],
  ['slug', ''],
])('with a %s of %j it is no form of ours', (name, value) => {
  const fields = { [name]: value }
  expect(parseEdit(formOf(fields), lengths)).toEqual({ status: 'malformed', tooLong: false, body: 'Hello.' })
  expect(parseDelete(formOf(fields))).toBeNull()
})

test('what is no form is none, and fields nobody asked for are not read', () => {
  for (const nothing of [null, undefined, 'body=x', {}, new Map([['id', id]])]) {
    expect(parseDelete(nothing)).toBeNull()
    expect(parseEdit(nothing, lengths)).toMatchObject({ status: 'malformed' })
  }
  const more = formOf({ status: 'published', byAuthor: 'true', number: '1', name: 'Ada', createdAt: '2099' })
  expect(parseEdit(more, lengths)).toEqual(parseEdit(formOf({}), lengths))
})
