import type { ElementContent } from 'hast'

/**
 * The words of an element that holds one line: `<Tweetable>Words</Tweetable>` on three lines has a paragraph round
 * them that it has not on one.
 */
export function inLine(children: ElementContent[]): ElementContent[] {
  const paragraph = children.find((child) => child.type === 'element' && child.tagName === 'p')
  return paragraph?.type === 'element' ? paragraph.children : children
}
