import { percentile } from './fault'
import type { Site } from './site'

/** Milliseconds and bytes of many visits to a few pages. */
export type Visits = {
  /** Pages that answered with another status than they should. */
  wrong: string[]
  /** Until the first byte of each answer. */
  waits: number[]
  queries: number[]
  /** How long the longest query of a visit took, by page: one in which the machine was busy elsewhere says nothing of it. */
  longest: { path: string; time: number }[]
  /** Of the largest page. */
  largest: number
}

/** Visits each page of `from`, by its path after that, `rounds` times. Needs a site with `slowProxy`. */
export async function visitPages(
  site: Site,
  {
    from,
    pages,
    rounds,
    headers = {},
  }: {
    from: string
    pages: { path: string; status: number }[]
    rounds: number
    headers?: Record<string, string>
  },
): Promise<Visits> {
  const visits: Visits = { wrong: [], waits: [], queries: [], longest: [], largest: 0 }
  const perPage = new Map<string, number[]>()
  site.takeQueryTimes()
  for (let round = 0; round < rounds; round += 1) {
    for (const { path, status } of pages) {
      const begun = performance.now()
      const answer = await fetch(from + path, { redirect: 'manual', headers })
      visits.waits.push(performance.now() - begun)
      visits.largest = Math.max(visits.largest, (await answer.arrayBuffer()).byteLength)
      if (answer.status !== status) visits.wrong.push(`${path} ${answer.status}`)
      const times = site.takeQueryTimes()
      visits.queries.push(...times)
      if (times.length > 0) perPage.set(path, [...(perPage.get(path) ?? []), Math.max(...times)])
    }
  }
  visits.longest = [...perPage].map(([path, times]) => ({ path, time: percentile(times, 0.5) }))
  return visits
}

/** Whether every page came as it should, its first byte and its slowest query within so many milliseconds. */
export function cameInTime({ wrong, waits, longest }: Visits, most: { firstByte: number; query: number }) {
  return (
    wrong.length === 0 &&
    percentile(waits, 0.95) <= most.firstByte &&
    longest.length > 0 &&
    longest.every(({ time }) => time <= most.query)
  )
}

/** The figures of visits, for the table. */
export function sayVisits({ wrong, waits, queries, longest, largest }: Visits): string {
  const perPage = longest.map(({ path, time }) => `${path || 'the post'} ${time.toFixed(0)}`).join(', ')
  return `${waits.length} pages, first byte p95 ${percentile(waits, 0.95).toFixed(0)} ms, ${queries.length} queries, p95 ${percentile(queries, 0.95).toFixed(0)} ms, longest ${Math.max(...queries).toFixed(0)} ms, longest of a visit ${perPage} ms, largest page ${(largest / 1_000).toFixed(0)} KB${wrong[0] ? `, ${wrong.length} wrong (${wrong[0]})` : ''}`
}
