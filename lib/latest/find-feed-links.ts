const feedTypes = /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)|text\/xml)$/i
const tags = /<(link|base)\s([^<>]{1,2000})>/gi
const attributes = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>]+))/gi

/**
 * The feeds that a page names in its head (`<link rel="alternate">`), as absolute addresses in its own order: as a
 * rule the first is that of the posts. `address` is where the page was found.
 */
export function findFeedLinks(html: string, address: URL): URL[] {
  let base = address
  const found = new Map<string, URL>()
  for (const [, tag, inside = ''] of html.matchAll(tags)) {
    const { href, rel = '', type = '' } = readAttributes(inside)
    if (href === undefined || !URL.canParse(href, base.href)) continue
    const url = new URL(href, base.href)
    if (tag?.toLowerCase() === 'base') base = url
    else if (/\balternate\b/i.test(rel) && feedTypes.test(type.trim())) found.set(url.href, url)
  }
  return [...found.values()]
}

function readAttributes(inside: string): Record<string, string | undefined> {
  const read: Record<string, string | undefined> = {}
  for (const [, name = '', double, single, bare] of inside.matchAll(attributes)) {
    const value = double ?? single ?? bare ?? ''
    read[name.toLowerCase()] ??= value.replace(/&(?:amp|#38|#x26);/gi, '&')
  }
  return read
}
