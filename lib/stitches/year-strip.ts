import { site } from '../../content/site'

const narrow = new Intl.DateTimeFormat(site.language, { month: 'narrow', timeZone: 'UTC' })

/** The initials of the twelve months in the site's language. */
export const monthInitials = Array.from({ length: 12 }, (_, month) => narrow.format(Date.UTC(2026, month)))

const WIDTH = 30
const BOTTOM = 23
const LEFT = 2

/** Sewn by hand: no two neighbours lean quite alike. */
const LEANS = [3.6, 2.4, 3, 3.4, 2.6]
const SLIPS = [0, 1, 0, 0.5]

/**
 * One upright stitch per post of a month, as the `d` of a path in a drawing of 30 × 24, or null for a month without
 * posts. Up to three stand at their ease; more move closer together, to stay over the initial of their month.
 * `turn` (the month's number will do) decides with which lean the first one begins.
 */
export function stitches(posts: number, turn: number): string | null {
  if (posts === 0) return null
  const step = Math.min(9, (WIDTH - LEFT) / posts)
  return Array.from({ length: posts }, (_, index) => {
    const lean = LEANS[(index + turn) % LEANS.length] ?? 3
    const slip = SLIPS[index % SLIPS.length] ?? 0
    return `M${Math.round((LEFT + index * step) * 10) / 10} ${BOTTOM - slip}l${lean}-${20 - slip}`
  }).join('')
}

/** How many of these months (0–11) fall on each month of the year: twelve counts, January first. */
export function countByMonth(months: number[]): number[] {
  const counts = Array.from({ length: 12 }, () => 0)
  for (const month of months) counts[month] = (counts[month] ?? 0) + 1
  return counts
}
