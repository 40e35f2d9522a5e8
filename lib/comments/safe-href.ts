const webSchemes = new Set(['http:', 'https:'])

/** An absolute http(s) address as it may stand in `href`; null for a relative one and every other scheme. */
export function toWebHref(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return webSchemes.has(url.protocol) ? url.href : null
}

/** As `toWebHref`, and `mailto:` as well. */
export function toTextHref(address: string): string | null {
  if (!/^mailto:/i.test(address)) return toWebHref(address)
  return URL.canParse(address) ? new URL(address).href : null
}
