import { describe, expect, test } from 'vitest'
import { arrangeThreads, type ThreadNode } from './arrange-threads'
import type { PublicComment } from './comment'

function comment(
  number: number,
  parentNumber: number | null,
  rest: Partial<PublicComment> = {},
): PublicComment {
  return {
    number,
    parentNumber,
    parentName: parentNumber === null ? null : `Reader ${parentNumber}`,
    name: `Reader ${number}`,
    website: null,
    swatch: '0123456789abcdef',
    byAuthor: false,
    isTrusted: false,
    body: 'Words.',
    latestPost: null,
    anchor: null,
    publishedAt: new Date('2026-11-24T08:14:00Z'),
    editedAt: null,
    editedByAuthor: false,
    removed: false,
    waits: false,
    ...rest,
  }
}

function outline(nodes: ThreadNode[]): unknown[] {
  return nodes.map(({ comment, children }) =>
    children.length > 0 ? [comment.number, outline(children)] : comment.number,
  )
}

describe('arrangeThreads', () => {
  test('nests replies up to three levels and keeps deeper ones at the third, in order', () => {
    const rows = [
      comment(1, null),
      comment(2, 1),
      comment(3, 2),
      comment(5, 3),
      comment(6, 5),
      comment(4, 1),
      comment(7, null),
    ]
    expect(outline(arrangeThreads(rows))).toEqual([[1, [[2, [3, 5, 6]], 4]], 7])
  })

  test('names whom a comment answers from the third level on', () => {
    const [first] = arrangeThreads([comment(1, null), comment(2, 1), comment(3, 2), comment(4, 3)])
    const second = first?.children[0]
    expect(first?.replyTo).toBeNull()
    expect(second?.replyTo).toBeNull()
    expect(second?.children.map((node) => node.replyTo)).toEqual([
      { number: 2, name: 'Reader 2', here: true },
      { number: 3, name: 'Reader 3', here: true },
    ])
  })

  test('says that a reply answers a removed comment, without its name', () => {
    const [first] = arrangeThreads([
      comment(1, null, { removed: true, name: 'Gone' }),
      comment(2, 1, { parentName: null }),
    ])
    expect(first?.children[0]?.replyTo).toEqual({ number: 1, name: null, here: true })
  })

  test('puts a reply whose parent is on another page at the top, with the name of that parent', () => {
    const [only] = arrangeThreads([comment(40, 12)])
    expect(only?.replyTo).toEqual({ number: 12, name: 'Reader 12', here: false })
  })

  test('newest first, every reply stands by itself and names a parent that may come after it', () => {
    const nodes = arrangeThreads([comment(3, 2), comment(2, 1), comment(1, null)])
    expect(outline(nodes)).toEqual([3, 2, 1])
    expect(nodes.map((node) => node.replyTo)).toEqual([
      { number: 2, name: 'Reader 2', here: true },
      { number: 1, name: 'Reader 1', here: true },
      null,
    ])
  })

  test('goes on within a thread from its second level, and no deeper than the third', () => {
    const nodes = arrangeThreads([comment(31, 30), comment(32, 31), comment(33, 32), comment(34, 1)], 2)
    expect(outline(nodes)).toEqual([[31, [32, 33]], 34])
  })

  test('stands a thread of 500 replies in a row without growing deeper', () => {
    const rows = Array.from({ length: 500 }, (_, index) => comment(index + 1, index === 0 ? null : index))
    const [first] = arrangeThreads(rows)
    expect(first?.children[0]?.children).toHaveLength(498)
  })
})
