import { expect, test } from 'vitest'
import type { ShownThread } from '@/app/_comments/show-threads'
import type { ShownComment } from '@/components/comment-item'
import { type Own, placeOwn } from './place-own'

const comment = (number: number): ShownComment => ({
  number,
  name: 'Nell',
  swatch: '0123456789abcdef',
  at: '2026-11-25T12:00Z',
  date: '25 Nov 2026, 12:00',
  text: [],
})
const thread = (number: number, ...replies: ShownThread[]): ShownThread => ({
  comment: comment(number),
  ...(replies.length > 0 && { replies }),
})
const ownOf = (given: Partial<Own>): Own => ({
  id: 'mine',
  number: null,
  parentNumber: null,
  isHeld: true,
  isGone: false,
  forAuthor: false,
  name: 'Wren',
  swatch: '0123456789abcdef',
  body: 'Hello.',
  text: [],
  at: '2026-11-25T12:00Z',
  date: '25 Nov 2026, 12:00',
  isEdited: false,
  beforeEdit: null,
  secondsLeft: 900,
  ...given,
})
const draw = {
  foot: () => 'foot',
  held: (_own: Own, isApart: boolean) => (isApart ? 'held apart' : 'held'),
  gone: (_own: Own, isTombstone: boolean) => (isTombstone ? 'gone, with replies' : 'gone'),
}

/** The tree as text: what is drawn by us in its place, and the numbers of all others. */
function read(threads: ShownThread[]): string {
  return threads
    .map(({ comment, replies }) => {
      const own = 'element' in comment ? comment.element : 'foot' in comment ? `${comment.number} foot` : null
      return `${own ?? comment.number}${replies ? ` (${read(replies)})` : ''}`
    })
    .join(', ')
}

const page = [thread(1, thread(2, thread(4))), thread(3), thread(7)]

const table: [string, Partial<Own>, string][] = [
  ['one that waits stands at the end', {}, '1 (2 (4)), 3, 7, held'],
  ['a reply that waits stands under what it answers', { parentNumber: 3 }, '1 (2 (4)), 3 (held), 7'],
  ['and behind the replies that are there', { parentNumber: 1 }, '1 (2 (4), held), 3, 7'],
  ['down to the third level, and then beside it', { parentNumber: 2 }, '1 (2 (4, held)), 3, 7'],
  ['where it names what it answers', { parentNumber: 4 }, '1 (2 (4, held apart)), 3, 7'],
  ['as it does on another page', { parentNumber: 99 }, '1 (2 (4)), 3, 7, held apart'],
  ['one that everybody sees has a foot', { number: 3, isHeld: false }, '1 (2 (4)), 3 foot, 7'],
  ['also as a reply', { number: 4, isHeld: false, parentNumber: 2 }, '1 (2 (4 foot)), 3, 7'],
  ['and none where it does not stand', { number: 99, isHeld: false }, '1 (2 (4)), 3, 7'],
  ['one that went back to waiting keeps its place', { number: 3 }, '1 (2 (4)), held, 7'],
  ['with its replies', { number: 1 }, 'held (2 (4)), 3, 7'],
  ['and after the page was made without it', { number: 5 }, '1 (2 (4)), 3, held, 7'],
  ['also under what it answers', { number: 1.5, parentNumber: 1 }, '1 (held, 2 (4)), 3, 7'],
  ['what is left of a deleted one stands there, too', { number: 3, isGone: true }, '1 (2 (4)), gone, 7'],
  ['over its replies', { number: 1, isGone: true }, 'gone, with replies (2 (4)), 3, 7'],
  ['or where it was', { number: 5, isHeld: false, isGone: true }, '1 (2 (4)), 3, gone, 7'],
]

test.each(table)('%s', (_case, given, expected) => {
  const before = read(page)
  expect(read(placeOwn(page, ownOf(given), draw))).toBe(expected)
  expect(read(page), 'the list that was given').toBe(before)
})

test('a tombstone of one’s own that waits again is shown in full to its writer', () => {
  const tombstone: ShownThread = { comment: { number: 3, removed: true, waits: true }, replies: [thread(4)] }
  expect(read(placeOwn([tombstone], ownOf({ number: 3 }), draw))).toBe('held (4)')
  expect(read(placeOwn([tombstone], ownOf({ number: 3, isGone: true }), draw))).toBe('gone, with replies (4)')
})

test('several stand in the order they were written', () => {
  const owns = [ownOf({ id: 'one' }), ownOf({ id: 'two' })]
  const placed = owns.reduce((threads, own) => placeOwn(threads, own, draw), [thread(1)])
  expect(placed.map(({ comment }) => comment.number)).toEqual([1, 'one', 'two'])
})

test('on a page without comments one’s own is the first', () => {
  expect(read(placeOwn([], ownOf({}), draw))).toBe('held')
  expect(read(placeOwn([], ownOf({ number: 2, isHeld: false }), draw))).toBe('')
})
