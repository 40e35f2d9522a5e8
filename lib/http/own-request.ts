/**
 * Whether a request that may change something was sent by a page of the site at `siteUrl`. A browser says so in
 * `Origin`; a request without it, or with `null`, is nobody's. `Sec-Fetch-Site` is believed where a browser sends it.
 */
export function isOwnRequest(headers: Pick<Headers, 'get'>, siteUrl: string): boolean {
  const fetchSite = headers.get('sec-fetch-site')
  return headers.get('origin') === siteUrl && (fetchSite === null || fetchSite === 'same-origin')
}
