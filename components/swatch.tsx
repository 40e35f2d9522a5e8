import type { Dye } from '@/lib/posts/post'
import { seedHash } from '@/lib/stitches/seed-hash'
import type { Cells } from '@/lib/stitches/swatch-path'
import { Cloth } from './cloth'

/** The swatch of a post, drawn from its slug: 7 cells in a row, 9 beside a P.S., 11 above the post. */
export function Swatch({
  seed,
  cells,
  dye,
  className,
}: {
  seed: string
  cells: Cells
  dye: Dye
  className?: string
}) {
  return <Cloth hash={seedHash(seed)} cells={cells} dye={dye} className={className} />
}
