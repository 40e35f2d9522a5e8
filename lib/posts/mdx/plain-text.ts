import type { Nodes } from 'mdast'

/**
 * The words a reader reads in a node: no note marks, no alternative texts, blocks parted by a blank line. What
 * `isLeftOut` is true for counts as not there.
 */
export function plainText(node: Nodes, isLeftOut: (node: Nodes) => boolean = () => false): string {
  return (
    words(node, isLeftOut)
      // A space or a line end that is right already is not replaced: that would be every one of a long text.
      .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
      .replace(/ \n ?|\n /g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}

const blocks = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'code',
  'table',
  'tableRow',
  'mdxJsxFlowElement',
])

function words(node: Nodes, isLeftOut: (node: Nodes) => boolean): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    return node.type === 'text' ? node.value.replace(/\n/g, ' ') : node.value
  }
  if (node.type === 'break') return ' '
  if (node.type === 'footnoteDefinition') return ''
  if (!('children' in node)) return ''
  return node.children.map((child) => (isLeftOut(child) ? '' : parted(child, isLeftOut))).join('')
}

function parted(node: Nodes, isLeftOut: (node: Nodes) => boolean): string {
  if (node.type === 'tableCell') return ` ${words(node, isLeftOut)}`
  return blocks.has(node.type) ? `\n\n${words(node, isLeftOut)}\n\n` : words(node, isLeftOut)
}
