import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { site } from '../../content/site'

/** True when an address leads to one of the affiliate hosts of `site.ts` or below one. */
export function isPaid(href: string, hosts: readonly string[] = site.affiliateHosts): boolean {
  if (!URL.canParse(href)) return false
  const { hostname } = new URL(href)
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
}

/** How many links of a text are paid for: those to affiliate hosts, and every `<Sponsored>`. */
export function countPaidLinks(tree: Root): number {
  const definitions = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => {
    definitions.set(identifier, url)
  })
  let count = 0
  visit(tree, (node) => {
    if (node.type === 'link' && isPaid(node.url)) count++
    if (node.type === 'linkReference' && isPaid(definitions.get(node.identifier) ?? '')) count++
    if (node.type === 'mdxJsxTextElement' && node.name === 'Sponsored') count++
  })
  return count
}
