import { expect, test } from 'vitest'
import { hashText } from '@/lib/comments/hash-text'
import { findUnsent } from './find-unsent'
import type { ActForm } from './read-act'

const came = 'As it came,\non two lines.'
const form: ActForm = {
  verb: 'spam',
  ids: [],
  read: new Map(),
  trust: false,
  reply: '',
  body: 'As it came,\r\non two lines.\r\n',
  was: hashText(came),
}

test('a form in which nothing was typed holds nothing back, whatever the text has become since', () => {
  expect(findUnsent(form)).toBeNull()
  expect(findUnsent({ ...form, body: '', was: '' }), 'one without a field for the text').toBeNull()
})

test('what was typed and is no part of what is asked for is found in its field', () => {
  expect(findUnsent({ ...form, body: 'Mended.' })).toMatchObject({ field: 'body' })
  expect(findUnsent({ ...form, body: 'Mended.', verb: 'reply' })).toMatchObject({ field: 'body' })
  expect(findUnsent({ ...form, body: 'Mended.', verb: 'edit' })).toBeNull()
  expect(findUnsent({ ...form, reply: 'Half.' })).toMatchObject({ field: 'reply' })
  expect(findUnsent({ ...form, reply: 'Half.', verb: 'edit' })).toMatchObject({ field: 'reply' })
  expect(findUnsent({ ...form, reply: 'Half.', verb: 'answer' })).toBeNull()
})
