import { expect, test } from 'vitest'
import type { DeskVerb } from '@/lib/studio/done'
import { type Deed, placeRows } from './deeds'
import type { Row } from './row'

const row = (id: string, rank: number, status: Row['status'] = 'held'): Row => ({
  id,
  rank,
  status,
  name: id,
  canPublish: true,
  letter: null,
  canDecide: true,
  canTrust: true,
  editedAt: null,
  answers: 0,
  body: id,
  hash: '',
  view: null,
})
const [a, b, c] = [row('a', 1), row('b', 2), row('c', 3)]
const deed = (rows: Row[], verb: DeskVerb, key = 1): Deed => ({
  key,
  rows,
  by: 'form',
  said: '',
  state: {
    kind: 'done',
    problem: null,
    done: { verb, ids: rows.map(({ id }) => id), notes: [1], reply: null, trust: null },
  },
})
const shown = (rows: Row[], deeds: Deed[]) =>
  placeRows(rows, deeds).map(({ row, isGone }) => [row.id, isGone])

test('what was decided keeps its place, though the list has it no more', () => {
  expect(shown([a, c], [deed([b], 'spam')])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
  ])
})

test('many at once go, each from its place', () => {
  expect(shown([b], [deed([a, c], 'publish')])).toEqual([
    ['a', true],
    ['b', false],
    ['c', true],
  ])
})

test('an edit, a decision about its latest post, and a reply to what is published leave the row where it is', () => {
  for (const verb of ['edit', 'show-latest', 'drop-latest'] as const)
    expect(shown([a], [deed([a], verb)])).toEqual([['a', false]])
  const d = row('d', 1, 'published')
  expect(shown([d], [deed([d], 'reply')])).toEqual([['d', false]])
  expect(shown([], [deed([a], 'reply')])).toEqual([['a', true]])
})

test('what the list shows as it stands by now has not left it', () => {
  expect(shown([{ ...a, answers: 1 }], [deed([a], 'answer')])).toEqual([['a', false]])
  expect(shown([], [deed([a], 'answer')])).toEqual([['a', true]])
  expect(shown([{ ...a, status: 'spam' }], [deed([a], 'spam')])).toEqual([['a', false]])
  expect(shown([{ ...a, status: 'answered' }], [deed([a], 'read')])).toEqual([['a', false]])
  expect(shown([], [deed([a], 'read')])).toEqual([['a', true]])
})

test('what was taken back stands again, and the last deed counts', () => {
  const restored: Deed = { key: 1, rows: [a], by: 'form', said: '', state: { kind: 'restored' } }
  expect(shown([], [restored])).toEqual([['a', false]])
  expect(shown([], [restored, deed([a], 'remove', 2)])).toEqual([['a', true]])
  expect(
    shown([b], [deed([a], 'spam'), { key: 2, rows: [a], by: 'form', said: '', state: { kind: 'sending' } }]),
  ).toEqual([
    ['a', false],
    ['b', false],
  ])
})

test('of one moment, the order is that of the list', () => {
  expect(shown([row('x', 1), row('y', 1)], []).map(([id]) => id)).toEqual(['y', 'x'])
})
