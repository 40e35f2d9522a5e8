/** True for an http(s) address on the host of `site`, with or without `www.`, or on one below it. */
export function isSameSite(address: URL, site: URL): boolean {
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return false
  if (address.username !== '' || address.password !== '') return false
  const home = site.hostname.replace(/^www\./, '')
  const host = address.hostname.replace(/^www\./, '')
  return address.port === site.port && (host === home || host.endsWith(`.${home}`))
}
