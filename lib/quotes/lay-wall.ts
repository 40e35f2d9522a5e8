import { type Dye, dyes } from '../posts/post'

/** One piece of the wall in a grid of twelve columns. `piece` is null for cloth without words, which fills a hole. */
export type Patch<Piece> = {
  piece: Piece | null
  dye: Dye
  /** Columns. */
  width: number
  rows: 1 | 2
  /** How large the words may be. */
  size: 'small' | 'large' | 'huge'
}

/** Of the patches laid before, only the last ones can touch the next. */
const near = 24

type Place = { left: number; top: number; width: number; rows: 1 | 2 }

const columns = 12

/** How far down the list a quote is looked for that fits where the next one does not. */
const lookahead = 6

/**
 * Lays quotes out as a patchwork, roughly in their order and without a hole: a long one takes two rows at the left
 * with others beside it, the rest stand in rows. `dye` is the cloth a piece would like; no two patches of one dye touch,
 * nor do two that follow each other, as they do where the wall is one column.
 */
export function layWall<Piece extends { text: string; dye: Dye }>(pieces: readonly Piece[]): Patch<Piece>[] {
  const waiting = [...pieces]
  const laid: (Patch<Piece> & Place)[] = []

  function lay(piece: Piece | null, place: Place) {
    const size = piece ? sizeOf(piece.text, place) : 'small'
    laid.push({ piece, ...place, size, dye: pickDye(laid, place, piece?.dye) })
  }

  /** The next piece that fits into `room`; when none does, the next of all for a row that has none yet. */
  function take(room: number, isFirst: boolean): Piece | undefined {
    const fits = waiting.slice(0, lookahead).findIndex(({ text }) => widthOf(text, room) <= room)
    return fits === -1 && !isFirst ? undefined : waiting.splice(Math.max(0, fits), 1)[0]
  }

  /** One row from `left` to the end. */
  function layRow(left: number, top: number) {
    const row: { piece: Piece | null; width: number }[] = []
    let room = columns - left
    for (let piece = take(room, true); piece; piece = take(room, false)) {
      const width = Math.min(room, widthOf(piece.text, room))
      row.push({ piece, width })
      room -= width
    }
    const last = row.at(-1)
    if (last) {
      // What plain cloth would be too narrow or too wide for goes to the last words.
      const wider = room === 1 ? 1 : Math.max(0, Math.min(room - 3, 8 - last.width))
      last.width += wider
      room -= wider
    }
    if (room > 0) row.splice(top % 2 === 0 ? row.length : 0, 0, { piece: null, width: room })
    for (const { piece, width } of row) {
      lay(piece, { left, top, width, rows: 1 })
      left += width
    }
  }

  let talls = 0
  for (let top = 0; waiting.length > 0; ) {
    const [next] = waiting
    if (!next || !isLong(next.text)) {
      layRow(0, top++)
      continue
    }
    waiting.shift()
    const width = talls++ % 2 === 0 ? 7 : 4
    lay(next, { left: 0, top, width, rows: 2 })
    if (waiting.length === 0) lay(null, { left: width, top, width: columns - width, rows: 2 })
    else for (const row of [top, top + 1]) layRow(width, row)
    top += 2
  }
  return laid.map(({ piece, dye, width, rows, size }) => ({ piece, dye, width, rows, size }))
}

function isLong(text: string): boolean {
  return text.length > 80
}

/** The columns a quote asks for where `room` of them are left; more than there are, when it should have two rows. */
function widthOf(text: string, room: number): number {
  if (isLong(text)) return columns + 1
  if (text.length <= 28) return 3
  return text.length > 55 && room === 8 ? 8 : 5
}

function sizeOf(text: string, { width, rows }: Place): 'small' | 'large' | 'huge' {
  if (rows === 2 && width >= 7 && text.length <= 110) return 'huge'
  const most = rows === 2 ? width * 28 : width >= 8 ? 110 : 0
  return text.length <= most ? 'large' : 'small'
}

function pickDye<Piece>(laid: readonly (Patch<Piece> & Place)[], place: Place, liked?: Dye): Dye {
  const touching = new Set(
    laid
      .slice(-near)
      .filter((other) => touches(other, place))
      .map(({ dye }) => dye),
  )
  const before = new Set(laid.slice(-2).map(({ dye }) => dye))
  const turn = laid.length % dyes.length
  const order = [...(liked ? [liked] : []), ...dyes.slice(turn), ...dyes.slice(0, turn)]
  const free = order.filter((dye) => !touching.has(dye))
  return free.find((dye) => !before.has(dye)) ?? free[0] ?? 'flax'
}

/** True when two patches share a piece of an edge. */
function touches(a: Place, b: Place): boolean {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const down = Math.min(a.top + a.rows, b.top + b.rows) - Math.max(a.top, b.top)
  return (across === 0 && down > 0) || (down === 0 && across > 0)
}
