import { expect, test } from 'vitest'
import { hashText } from '@/lib/comments/hash-text'
import { readSaid } from './read-said'

const text = 'Said on\ntwo lines.'

function sent(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ id: '1', was: hashText(text), ...fields }))
    form.set(name, value)
  return readSaid(form)
}

test('an answer is given back, and the text beside it is not, which nobody changed', () => {
  expect(sent({ verb: 'reply', reply: ' Hello. ', body: text.replace('\n', '\r\n') })).toEqual({
    texts: [{ field: 'reply', text: ' Hello. ' }],
    hidden: [
      { name: 'id', value: '1' },
      { name: 'verb', value: 'reply' },
      { name: 'was', value: hashText(text) },
    ],
  })
})

test('a text that was changed is given back', () => {
  expect(sent({ verb: 'edit', body: 'Mended.' })?.texts).toEqual([{ field: 'body', text: 'Mended.' }])
})

test('where nothing was typed there is nothing, and in no form neither', () => {
  expect(sent({ verb: 'spam', reply: ' \n', body: text })).toBeNull()
  expect(readSaid('reply')).toBeNull()
})
