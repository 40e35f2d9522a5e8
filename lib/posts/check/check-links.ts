import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { env } from '../../env'
import { textAttribute } from '../mdx/attributes'
import type { Position } from '../mistake'
import { type Finding, findingAt, startOf } from './finding'

/** A link to this site itself: its path with `#…`, or `#…` alone for a place in the same text. */
export type OwnLink = Position & { href: string }

/** Sorts the links of a text: mistakes that show at once, and links to this site, to be looked up when all files are known. */
export function checkLinks(tree: Root): { found: Finding[]; ownLinks: OwnLink[] } {
  const found: Finding[] = []
  const ownLinks: OwnLink[] = []
  visit(tree, (node) => {
    const href = addressIn(node)
    if (href === null) return
    const own = ownPath(href)
    if (own !== null) ownLinks.push({ ...startOf(node), href: own })
    else {
      const wrong = wrongWith(href)
      if (wrong) found.push(findingAt(node, wrong))
    }
  })
  return { found, ownLinks }
}

function addressIn(node: Nodes): string | null {
  if (node.type === 'link' || node.type === 'definition') return node.url
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
    return node.name === 'Sponsored' ? textAttribute(node, 'href') : null
  }
  return null
}

function ownPath(href: string): string | null {
  if (href.startsWith('#') || /^\/(?![/\\])/.test(href)) return href
  if (href === env.SITE_URL) return '/'
  return href.startsWith(`${env.SITE_URL}/`) ? href.slice(env.SITE_URL.length) : null
}

function wrongWith(href: string): string | null {
  if (href.trim() === '') return 'a link without an address'
  if (!URL.canParse(href)) {
    return /^(?:https?:)?\/[/\\]/.test(href)
      ? `${href} is not an address: begin it with https://`
      : `a link within this site begins with a slash: /posts/${href.replace(/^(?:\.{1,2}\/)+/, '')}`
  }
  const { protocol } = new URL(href)
  return ['https:', 'http:', 'mailto:'].includes(protocol)
    ? null
    : `a link may begin with https, http or mailto, not ${protocol}`
}
