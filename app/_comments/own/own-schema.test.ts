import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { OwnComment } from '@/db/own-comments'
import { mineSchema } from './own-schema'
import { showOwn } from './show-own'

const lengths = { body: 10_000, name: 80, email: 254, website: 500 }
const comment: OwnComment = {
  id: randomUUID(),
  postId: 'sometimes-we-fail',
  number: null,
  parentNumber: 3,
  status: 'held',
  name: 'Wren',
  website: null,
  swatch: '0123456789abcdef',
  byAuthor: false,
  forAuthor: false,
  body: 'Hello *you*, [there](https://wren.example) `x`\nand\n\n> > **deep**\n\n```\ncode\n```\n<wren@wren.example>',
  shownAt: new Date('2026-11-25T12:00:30Z'),
  editedAt: null,
  secondsLeft: 840,
}

function roundTrip(comments: unknown[]) {
  return mineSchema.safeParse(JSON.parse(JSON.stringify({ author: 'Unpicked', lengths, comments })))
}

test('what the server says of a comment is what the page understands, with everything a text may hold', () => {
  const shown = showOwn(comment)
  expect(roundTrip([shown]).data?.comments).toEqual([shown])
  expect(shown).toMatchObject({ isHeld: true, at: '2026-11-25T12:00Z', isEdited: false, secondsLeft: 840 })
})

test('its writer is not told that it is held for spam, nor anything else', () => {
  expect(showOwn({ ...comment, status: 'spam' })).toEqual(showOwn(comment))
  expect(showOwn({ ...comment, status: 'published', number: 4 })).toMatchObject({ isHeld: false, number: 4 })
})

test.each([
  ['a link that runs', { text: [[{ kind: 'link', href: 'javascript:alert(1)', children: [] }]] }],
  ['an element nobody knows', { text: [{ kind: 'html', text: '<b>' }] }],
  ['time that runs backwards', { secondsLeft: -1 }],
  ['an id that is none', { id: '1' }],
  ['a missing name', { name: undefined }],
])('%s is not believed', (_case, wrong) => {
  expect(roundTrip([{ ...showOwn(comment), ...wrong }]).success).toBe(false)
})
