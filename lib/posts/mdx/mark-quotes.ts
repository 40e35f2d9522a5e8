import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** A remark plugin that tells every `<Tweetable>` its number, by which the page finds the quote in the catalogue. */
export function markQuotes() {
  return (tree: Root): void => {
    let number = 0
    visit(tree, 'mdxJsxFlowElement', (element) => {
      if (element.name !== 'Tweetable') return
      number++
      element.attributes.push({ type: 'mdxJsxAttribute', name: 'number', value: String(number) })
    })
  }
}
