import { site } from '../../content/site'

const format = new Intl.RelativeTimeFormat(site.language, { numeric: 'auto' })

/** Seconds in each unit, the longest first. */
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago an instant was, in the site's language: `2 hours ago`, `yesterday`, `now`. */
export function ageOf(instant: Date, now: Date = new Date()): string {
  const seconds = (now.getTime() - instant.getTime()) / 1000
  for (const [unit, length] of units) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit)
  }
  return format.format(0, 'second')
}
