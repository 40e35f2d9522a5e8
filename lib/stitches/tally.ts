const GAP = 8
const GROUP_GAP = 7
const GROUP = 5
const MOST = 30
const HEIGHT = 24
const LEANS = [3.6, 2.4, 3, 3.4, 2.6]
const SLIPS = [0, 1, 0, 0.5]

/**
 * One upright stitch for each of `amount`, in fives, as a path in a drawing of `width` × `height`. A row that would
 * be longer than thirty is not drawn on: the number beside it says the rest.
 */
export function tally(amount: number): { width: number; height: number; path: string } {
  const shown = Math.min(amount, MOST)
  const left = (index: number) => 2 + index * GAP + Math.floor(index / GROUP) * GROUP_GAP
  const path = Array.from({ length: shown }, (_, index) => {
    const slip = SLIPS[index % SLIPS.length] ?? 0
    return `M${left(index)} ${HEIGHT - 1 - slip}l${LEANS[index % LEANS.length] ?? 3}-${20 - slip}`
  }).join('')
  return { width: left(Math.max(0, shown - 1)) + GAP, height: HEIGHT, path }
}
