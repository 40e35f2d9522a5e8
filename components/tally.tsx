import { tally } from '@/lib/stitches/tally'

/** A number as stitches. Decoration: the words beside it say the number. */
export function Tally({ amount }: { amount: number }) {
  const { width, height, path } = tally(amount)
  return (
    <svg
      className="tally"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
