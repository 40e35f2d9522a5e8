import type { Paragraph, Root, RootContent } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'

/**
 * A paragraph of nothing but elements becomes those elements as blocks, as MDX itself does when it compiles:
 * `<Tweetable>Words.</Tweetable>` on one line is the same as on three.
 */
export function unravel(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (!parent || index === undefined) return
    const elements = elementsAlone(paragraph)
    if (elements) parent.children.splice(index, 1, ...elements)
  })
}

function elementsAlone(paragraph: Paragraph): RootContent[] | null {
  const elements: RootContent[] = []
  for (const child of paragraph.children) {
    if (child.type === 'mdxJsxTextElement') elements.push(asBlock(child))
    else if (child.type === 'mdxTextExpression') elements.push({ ...child, type: 'mdxFlowExpression' })
    else if (child.type !== 'text' || child.value.trim() !== '') return null
  }
  return elements.length > 0 ? elements : null
}

function asBlock(element: MdxJsxTextElement): MdxJsxFlowElement {
  const { children, ...rest } = element
  const words: Paragraph[] = children.length > 0 ? [{ type: 'paragraph', children }] : []
  return { ...rest, type: 'mdxJsxFlowElement', children: words }
}
