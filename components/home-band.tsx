import { BAND_DASH, bandPath } from '@/lib/stitches/band'

const path = bandPath()

/** The one picture of the home page: whole cloth at the left, a loose thread at the right. */
export function HomeBand() {
  return (
    <svg className="band" viewBox="0 0 1296 80" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      <path d={path} strokeDasharray={BAND_DASH.dashes} strokeDashoffset={BAND_DASH.offset} />
      <path
        className="loose"
        d="M1105 38h9M1129 38h9M1153 39c14 0 22 9 32 16s24 8 30-3-6-21-16-15-8 24 8 29 44 2 62-12"
      />
    </svg>
  )
}
