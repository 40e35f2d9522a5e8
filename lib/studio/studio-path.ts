const base = 'http://studio.invalid'

/**
 * Where in the studio `wanted` leads, as a path with its query, or `/studio` when it leads anywhere else: what
 * stands in an address was perhaps put there by a stranger, and must not send the author away.
 */
export function studioPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, base)) return '/studio'
  const { origin, pathname, search } = new URL(wanted, base)
  return origin === base && /^\/studio(\/|$)/.test(pathname) ? pathname + search : '/studio'
}
