import { betterName } from './better-name'
import type { Finding } from './finding'

/** A file's name is its address: small Latin letters, digits and single hyphens. */
export function checkSlug(slug: string): Finding[] {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return []
  const better = betterName(slug)
  const suggestion = better ? `; rename it to ${better}` : ''
  return [
    {
      line: 1,
      column: 1,
      message: `the name of the file is its address: small letters, digits and single hyphens only${suggestion}`,
    },
  ]
}
