import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { site } from '../../content/site'

/** True when an address leads to one of the affiliate hosts of `site.ts` or below one. */
export function isPaid(href: string, hosts: readonly string[] = site.affiliateHosts): boolean {
  if (!URL.canParse(href)) return false
  // A dot at the end of a host is the same host (RFC 1034, section 3.1).
  const hostname = new URL(href).hostname.replace(/\.$/, '')
  return hosts.some((host) => `.${hostname}`.endsWith(`.${host.toLowerCase()}`))
}

/** How many links of a text are paid for: those to affiliate hosts, and every `<Sponsored>`. */
export function countPaidLinks(tree: Root): number {
  const definitions = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => {
    // Of two definitions of one name, Markdown takes the first.
    if (!definitions.has(identifier)) definitions.set(identifier, url)
  })
  let count = 0
  visit(tree, (node) => {
    if (node.type === 'link' && isPaid(node.url)) count++
    if (node.type === 'linkReference' && isPaid(definitions.get(node.identifier) ?? '')) count++
    // In a paragraph of its own it is a block (`unravel`).
    const isElement = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement'
    if (isElement && node.name === 'Sponsored') count++
  })
  return count
}
