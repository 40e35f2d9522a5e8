import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dye, dyes } from '../posts/post'
import { layWall, type Patch } from './lay-wall'

const piece = (length: number, dye: Dye = 'indigo') => ({ text: 'a'.repeat(length), dye })

/** Every cell of the wall with the patch that lies on it, as a browser fills a grid of twelve columns. */
function fillGrid(patches: Patch<unknown>[]): Patch<unknown>[][] {
  const cells: Patch<unknown>[][] = []
  const cell = (top: number, left: number) => cells[top]?.[left]
  let [top, left] = [0, 0]
  for (const patch of patches) {
    for (; left + patch.width > 12 || cell(top, left); left++) {
      if (left < 11) continue
      top++
      left = -1
    }
    for (let row = top; row < top + patch.rows; row++) {
      const filled = cells[row] ?? []
      cells[row] = filled
      for (let column = left; column < left + patch.width; column++) {
        expect(filled[column]).toBeUndefined()
        filled[column] = patch
      }
    }
    left += patch.width
  }
  return cells
}

const anyPieces = fc.array(
  fc.record({
    text: fc.integer({ min: 1, max: 280 }).map((length) => 'a'.repeat(length)),
    dye: fc.constantFrom(...dyes),
  }),
  { maxLength: 60 },
)

test('whatever the quotes, each hangs there once, no hole is left and no two patches of one dye touch', () => {
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      const patches = layWall(pieces)
      const hung = patches.flatMap(({ piece }) => (piece ? [piece] : []))
      expect(new Set(hung)).toEqual(new Set(pieces))
      expect(hung).toHaveLength(pieces.length)
      const cells = fillGrid(patches)
      cells.forEach((row, top) => {
        for (let left = 0; left < 12; left++) {
          const patch = row[left]
          if (!patch) throw new Error(`a hole at ${top}, ${left}`)
          for (const other of [row[left + 1], cells[top + 1]?.[left]]) {
            if (other && other !== patch) expect(other.dye).not.toBe(patch.dye)
          }
        }
      })
      for (const [index, { dye }] of patches.entries()) expect(patches[index + 1]?.dye).not.toBe(dye)
    }),
  )
})

test('without quotes there is no wall', () => {
  expect(layWall([])).toEqual([])
})

test('a long quote has two rows, with short ones beside it that stand further down the list', () => {
  const [long, longer, short, tiny] = [piece(88), piece(200), piece(47), piece(21)]
  const patches = layWall([long, longer, short, tiny])
  expect(patches.slice(0, 4)).toMatchObject([
    { piece: long, width: 7, rows: 2, size: 'huge' },
    { piece: short, width: 5, rows: 1 },
    { piece: null, width: 2, rows: 1 },
    { piece: tiny, width: 3, rows: 1 },
  ])
  expect(patches.find((patch) => patch.piece === longer)).toMatchObject({ rows: 2 })
})

test('a quote wears the dye of its post where it may', () => {
  expect(layWall([piece(40, 'moss')])[0]?.dye).toBe('moss')
})
