import type { Dye } from '@/lib/posts/post'
import type { Cells } from '@/lib/stitches/swatch-path'
import { swatchPath } from '@/lib/stitches/swatch-path'

/** A square of dyed cloth with the stitches that a hash gives. Decoration: it says nothing the words beside it do not. */
export function Cloth({
  hash,
  cells,
  dye,
  className = '',
}: {
  hash: string
  cells: Cells
  dye: Dye
  className?: string
}) {
  const { side, path } = swatchPath(hash, cells)
  return (
    <svg
      className={`swatch dye-${dye} ${className}`.trim()}
      viewBox={`0 0 ${side} ${side}`}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
