const CELL = 10

/** How many cells a swatch has each way. Odd, so that the mirrored pattern has a middle. */
export type Cells = 5 | 7 | 9 | 11

export type SwatchPath = {
  /** Both sides of the square cloth, in units of the drawing. */
  side: number
  /** The `d` of one path, to be dashed `7 13`. */
  path: string
}

/**
 * A hitomezashi pattern: running stitches across and down, where one bit per line says whether it begins with
 * a stitch or a gap. Bits come from `hex` in order, first across, then down, and are mirrored.
 * `hex` must hold at least `cells + 1` bits; a missing digit counts as 0.
 */
export function swatchPath(hex: string, cells: Cells): SwatchPath {
  // The smallest cloth, an avatar, has a narrower hem.
  const hem = cells === 5 ? 8 : 10
  const end = hem + cells * CELL
  const lines = Array.from({ length: cells + 1 }, (_, line) => line)
  const half = lines.length / 2
  const start = (line: number, from: number) =>
    hem + 1.5 + CELL * bitAt(hex, from + Math.min(line, cells - line))
  const across = lines.map((line) => `M${start(line, 0)} ${hem + line * CELL}H${end}`)
  const down = lines.map((line) => `M${hem + line * CELL} ${start(line, half)}V${end}`)
  return { side: end + hem, path: [...across, ...down].join('') }
}

function bitAt(hex: string, index: number): 0 | 1 {
  const digit = Number.parseInt(hex.charAt(Math.floor(index / 4)), 16)
  return ((digit >> (3 - (index % 4))) & 1) === 1 ? 1 : 0
}
