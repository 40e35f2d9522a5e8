import { expect, test } from 'vitest'
import { keepingOf } from './keeping-of'
import type { Row } from './row'

const comment: Row = {
  id: 'one',
  rank: 0,
  name: 'Ilka',
  status: 'held',
  canPublish: true,
  letter: null,
  answers: 0,
  canDecide: true,
  canTrust: true,
  body: 'As it was.',
  hash: '',
  editedAt: null,
  view: null,
}

test('a letter to one alone is kept for a day, an answer for all to read for thirty', () => {
  const days = (row: Row) => keepingOf(row, 'reply').time / (24 * 60 * 60 * 1000)
  expect(days(comment)).toBe(30)
  expect(days({ ...comment, letter: 'confirmed' })).toBe(1)
})

test('an edit belongs to the wording it changes, and an answer to all of them', () => {
  const changed = { ...comment, body: 'Changed.\r\nTwice.', editedAt: '2026-11-29T10:00:00.000Z' }
  expect(keepingOf(changed, 'body')).toMatchObject({ before: 'Changed.\nTwice.', of: changed.editedAt })
  expect(keepingOf(changed, 'reply')).toEqual(keepingOf(comment, 'reply'))
  expect(keepingOf(changed, 'body').as).not.toBe(keepingOf(changed, 'reply').as)
})
