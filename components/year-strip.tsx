import { countByMonth, monthInitials, stitches } from '@/lib/stitches/year-strip'

/** A year at a glance: one stitch per post (0–11, its month), over the initial of the month. The list beneath says the same in words. */
export function YearStrip({ months }: { months: number[] }) {
  const strip = countByMonth(months).map((posts, month) => ({ month, path: stitches(posts, month) }))
  return (
    <div className="year-strip" aria-hidden="true">
      {strip.map(({ month, path }) => (
        <span key={month}>
          {path && (
            <svg viewBox="0 0 30 24" focusable="false" aria-hidden="true">
              <path d={path} />
            </svg>
          )}
          {monthInitials[month]}
        </span>
      ))}
    </div>
  )
}
