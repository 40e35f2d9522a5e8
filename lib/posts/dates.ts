import { site } from '../../content/site'

const styles = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  minute: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = {
  day: new Intl.DateTimeFormat(site.language, { ...styles.day, timeZone: site.timeZone }),
  short: new Intl.DateTimeFormat(site.language, { ...styles.short, timeZone: site.timeZone }),
  minute: new Intl.DateTimeFormat(site.language, { ...styles.minute, timeZone: site.timeZone }),
}

const isoDays = new Intl.DateTimeFormat('en-CA', {
  timeZone: site.timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** An instant in the site's language and zone: `24 Nov 2026`, `24 Nov` or `24 Nov 2026, 08:14`. */
export function formatDate(iso: string, style: keyof typeof styles): string {
  return formats[style].format(new Date(iso))
}

/** The day of an instant in the site's zone, as `YYYY-MM-DD`. */
export function isoDay(iso: string): string {
  return isoDays.format(new Date(iso))
}

/** The year of an instant in the site's zone. */
export function yearOf(iso: string): number {
  return Number(isoDay(iso).slice(0, 4))
}

/** The month of an instant in the site's zone, 0 for January to 11. */
export function monthOf(iso: string): number {
  return Number(isoDay(iso).slice(5, 7)) - 1
}
