const CELL = 12
const CELLS = 40

/** The sides of the square that `weavePath` draws on. */
export const weaveSide = CELL * CELLS

/**
 * A whole cloth of hitomezashi, as the `d` of one path to be dashed `9 15`: a bit for each line, across and then down,
 * says where its first stitch begins. Bits come from `hex` and begin again at its end.
 */
export function weavePath(hex: string): string {
  const bits = [...hex].flatMap((digit) => {
    const value = Number.parseInt(digit, 16)
    return [value & 8, value & 4, value & 2, value & 1]
  })
  const start = (line: number) => 1.5 + (bits[line % bits.length] ? CELL : 0)
  const lines = Array.from({ length: CELLS + 1 }, (_, line) => line)
  const across = lines.map((line) => `M${start(line)} ${line * CELL}H${weaveSide}`)
  const down = lines.map((line) => `M${line * CELL} ${start(line + lines.length)}V${weaveSide}`)
  return [...across, ...down].join('')
}
