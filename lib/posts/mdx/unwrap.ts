import type { ElementContent, Root } from 'hast'
import type {} from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import { inLine } from './in-line'

/** Elements whose words are one line, however many lines they take in the file. */
const oneLine = new Set(['Tweetable', 'Figure', 'Sponsored'])

/**
 * A rehype plugin for MDX that keeps the difference between `<Tweetable>Words</Tweetable>` on one line and on
 * three (a paragraph more) from the page: those elements lose the paragraph, a `<Callout>` always has one.
 */
export function unwrap() {
  return (tree: Root): void => {
    visit(tree, 'mdxJsxFlowElement', (element, index, parent) => {
      const name = element.name ?? ''
      if (oneLine.has(name)) element.children = inLine(element.children)
      if (name === 'Callout' && element.children.length > 0 && !element.children.some(isBlock)) {
        element.children = [paragraph(element.children)]
      }
      if (name === 'Sponsored' && parent && index !== undefined) {
        parent.children.splice(index, 1, paragraph([{ ...element, type: 'mdxJsxTextElement' }]))
        return index + 1
      }
    })
  }
}

function paragraph(children: ElementContent[]): ElementContent {
  return { type: 'element', tagName: 'p', properties: {}, children }
}

const blocks = new Set(['p', 'ul', 'ol', 'pre', 'blockquote', 'table', 'h2', 'h3', 'div'])

function isBlock(node: ElementContent): boolean {
  return node.type === 'mdxJsxFlowElement' || (node.type === 'element' && blocks.has(node.tagName))
}
