import { Cloth } from './cloth'

/** The dyes of people. Madder belongs to the author alone. */
const dyes = ['indigo', 'weld', 'moss', 'vat', 'flax'] as const

/** A person's own swatch. `swatch` is the keyed hash of them, in hex; its last byte picks the dye. */
export function Avatar({ swatch, byAuthor }: { swatch: string; byAuthor: boolean }) {
  const last = Number.parseInt(swatch.slice(-2), 16)
  const dye = byAuthor ? 'madder' : (dyes[last % dyes.length] ?? 'indigo')
  return <Cloth hash={swatch} cells={5} dye={dye} className="avatar" />
}
