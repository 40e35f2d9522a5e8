/** One cell of the cloth, in the units of the drawing. */
const CELL = 12
const TOP = 2
const ROWS = [0, 1, 1, 0, 1, 0, 0]
const COLUMNS = [0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1]
const HEIGHT = ROWS.length - 1

/** In cells: where the cloth ends, where the first stitch may be missing, and where the last one would be. */
const WIDTH = 90
const FRAYS_FROM = 60
const GONE_BY = 94

/** A number in [0, 1) that depends on the cell alone, so that the same stitches are missing in every build. */
function chance(x: number, y: number, direction: number): number {
  const mixed = Math.imul(
    (x * 7 + direction) * 374_761_393 + (y * 13 + direction) * 668_265_263,
    1_274_126_177,
  )
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

function holds(x: number, y: number, direction: number): boolean {
  if (x >= WIDTH) return false
  return x < FRAYS_FROM || chance(x, y, direction) > (x - FRAYS_FROM) / (GONE_BY - FRAYS_FROM)
}

/** Neighbouring stitches of one line become one stroke: `[start of the first, end of the last]`, in cells. */
function strokes(start: number, end: number, isSewn: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = []
  for (let at = start; at < end; at += 2) {
    const last = found.at(-1)
    if (!isSewn(at)) continue
    if (last && last[1] === at - 1) last[1] = at + 1
    else found.push([at, at + 1])
  }
  return found
}

/**
 * The band of hitomezashi on the home page, coming unpicked towards the right, as the `d` of one path in a drawing
 * of 1296 × 80. Two rows of bits decide where the lines of stitches begin; each stroke is drawn dashed, one stitch
 * to every two cells (`BAND_DASH`), which keeps the path at about a kilobyte. Always the same.
 */
export function bandPath(): string {
  const across = ROWS.flatMap((bit, y) =>
    strokes(bit, WIDTH, (x) => holds(x, y, 1)).map(
      ([from, to]) => `M${from * CELL} ${TOP + y * CELL}H${to * CELL}`,
    ),
  )
  const down = Array.from({ length: WIDTH }, (_, x) =>
    strokes(COLUMNS[x % COLUMNS.length] ?? 0, HEIGHT, (y) => holds(x, y, 2)).map(
      ([from, to]) => `M${x * CELL} ${TOP + from * CELL}V${TOP + to * CELL}`,
    ),
  )
  return [...across, ...down.flat()].join('')
}

/** Stitch and gap together are two cells; the offset leaves room for the round ends at both sides of a stitch. */
export const BAND_DASH = { dashes: '8.6 15.4', offset: -1.7 }
