import type { Root } from 'mdast'
import type {} from 'remark-rehype'
import { visit } from 'unist-util-visit'
import { plainText } from './mdx/plain-text'
import type { Heading } from './post'

/** The headings of a shaped text, in order, with the ids they have on the page. */
export function listHeadings(tree: Root): Heading[] {
  const headings: Heading[] = []
  visit(tree, 'heading', (node) => {
    const id = node.data?.hProperties?.id
    if ((node.depth === 2 || node.depth === 3) && typeof id === 'string') {
      headings.push({ id, text: plainText(node), level: node.depth })
    }
  })
  return headings
}
