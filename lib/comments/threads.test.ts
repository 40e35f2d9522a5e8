import { expect, test } from 'vitest'
import { orderThreads, type Place } from './threads'

function place(number: number, parentNumber: number | null = null, removed = false): Place {
  return { number, parentNumber, removed }
}

test('a post without comments has no threads', () => {
  expect(orderThreads([])).toEqual([])
})

test('threads follow the number of their first comment, replies stand under what they answer', () => {
  const places = [place(6, 2), place(1), place(5, 1), place(3, 1), place(4, 3), place(2), place(7, 3)]
  expect(orderThreads(places)).toEqual([
    { rootNumber: 1, numbers: [1, 3, 4, 7, 5] },
    { rootNumber: 2, numbers: [2, 6] },
  ])
})

test('a removed comment keeps its place only under what is left', () => {
  const places = [
    place(1, null, true),
    place(2, 1, true),
    place(3, 2),
    place(4, 1, true),
    place(5, null, true),
    place(6, 5, true),
  ]
  expect(orderThreads(places)).toEqual([{ rootNumber: 1, numbers: [1, 2, 3] }])
})

test('ten thousand replies, each to the one before, are no deeper than one', () => {
  const places = Array.from({ length: 10_000 }, (_, index) => place(index + 1, index === 0 ? null : index))
  const [thread] = orderThreads(places)
  expect(thread?.numbers).toEqual(places.map(({ number }) => number))
})
