import { expect, test } from 'vitest'
import type { DeskVerb } from '@/lib/studio/done'
import { type Deed, placeRows } from './deeds'
import type { Row } from './row'

const row = (id: string, at: number, status: Row['status'] = 'held'): Row => ({
  id,
  at,
  status,
  name: id,
  canPublish: true,
  letter: null,
  canDecide: true,
  canTrust: true,
  editedAt: null,
  answers: 0,
  body: id,
  view: null,
})
const [a, b, c] = [row('a', 3), row('b', 2), row('c', 1)]
const deed = (rows: Row[], verb: DeskVerb, key = 1): Deed => ({
  key,
  rows,
  state: {
    kind: 'done',
    problem: null,
    done: { verb, ids: rows.map(({ id }) => id), notes: [1], reply: null, trust: null },
  },
})
const shown = (rows: Row[], deeds: Deed[]) =>
  placeRows(rows, deeds).map(({ row, isGone, isFirst }) => [row.id, isGone, isFirst])

test('what was decided keeps its place, though the list has it no more', () => {
  expect(shown([a, c], [deed([b], 'spam')])).toEqual([
    ['a', false, false],
    ['b', true, true],
    ['c', false, false],
  ])
})

test('many at once are told in the place of the first', () => {
  expect(shown([b], [deed([a, c], 'publish')])).toEqual([
    ['a', true, true],
    ['b', false, false],
    ['c', true, false],
  ])
})

test('an edit, and a reply to what is published, leave the row where it is', () => {
  expect(shown([a], [deed([a], 'edit')])).toEqual([['a', false, true]])
  const d = row('d', 1, 'published')
  expect(shown([d], [deed([d], 'reply')])).toEqual([['d', false, true]])
  expect(shown([], [deed([a], 'reply')])).toEqual([['a', true, true]])
})

test('what was taken back stands again, and the last deed counts', () => {
  const restored: Deed = { key: 1, rows: [a], state: { kind: 'restored' } }
  expect(shown([], [restored])).toEqual([['a', false, true]])
  expect(shown([], [restored, deed([a], 'remove', 2)])).toEqual([['a', true, true]])
  expect(shown([b], [deed([a], 'spam'), { key: 2, rows: [a], state: { kind: 'sending' } }])).toEqual([
    ['a', false, true],
    ['b', false, false],
  ])
})

test('of one moment, the order is that of the list', () => {
  expect(shown([row('x', 1), row('y', 1)], []).map(([id]) => id)).toEqual(['y', 'x'])
})
