/** One thing that was measured, several times in one run, beside what it is held against. */
export type Figure = {
  what: string
  unit: 'requests/s' | 'comments/s' | 'ms' | 's' | 'MB' | 'KB' | '%' | 'points' | 'ms/post'
  ours: number[]
  /** The same of something simpler, measured in turn with ours. */
  floor?: { what: string; values: number[] }
  /** What architecture.md §7 asks: of our median, or of its ratio to the floor's. */
  budget?: { of: 'ours' | 'ratio' | 'difference'; least?: number; most?: number }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * Ours by the floor's; null without a floor, and where that has nothing of the kind. What was measured in turn is held
 * against its neighbour, as the machine may have other work for some rounds: the median is that of the rounds' ratios.
 */
export function ratioOf({ ours, floor }: Figure): number | null {
  const against = floor ? median(floor.values) : 0
  if (!floor || against === 0) return null
  const rounds = ours.map((value, round) => value / (floor.values[round] ?? Number.NaN))
  return ours.length === floor.values.length && rounds.every(Number.isFinite)
    ? median(rounds)
    : median(ours) / against
}

/** The figure a budget speaks of. */
function measuredAgainst(figure: Figure): number {
  const ours = median(figure.ours)
  if (figure.budget?.of === 'ours' || !figure.floor) return ours
  return figure.budget?.of === 'difference' ? ours - median(figure.floor.values) : (ratioOf(figure) ?? ours)
}

/** Whether the budget is met; null where there is none. */
export function isMet(figure: Figure): boolean | null {
  if (!figure.budget) return null
  const value = measuredAgainst(figure)
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = figure.budget
  return value >= least && value <= most
}

export function budgetWords({ budget }: Figure): string {
  if (!budget) return ''
  const { of, least, most } = budget
  if (of === 'difference') return least === undefined ? `at most ${most} more` : `at most ${-least} less`
  const unit = of === 'ratio' ? ' ×' : ''
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`
  return least === undefined ? `≤ ${most}${unit}` : `≥ ${least}${unit}`
}
