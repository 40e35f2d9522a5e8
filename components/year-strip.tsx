import { countByMonth, monthInitials, stitches } from '@/lib/stitches/year-strip'

/**
 * A year at a glance: one stitch per post (0–11, its month), over the initial of the month. The list beneath says the same
 * in words; where that is narrowed, the stitches follow (`ArchiveFilter`).
 */
export function YearStrip({ year, months }: { year: number; months: number[] }) {
  const strip = countByMonth(months).map((posts, month) => ({ month, path: stitches(posts, month) }))
  return (
    <div className="year-strip" aria-hidden="true">
      {strip.map(({ month, path }) => (
        <span key={month}>
          {path && (
            <svg viewBox="0 0 30 24" aria-hidden="true">
              <path d={path} data-month={`${year}-${String(month + 1).padStart(2, '0')}`} />
            </svg>
          )}
          {monthInitials[month]}
        </span>
      ))}
    </div>
  )
}
