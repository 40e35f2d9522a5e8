import type { Nodes } from 'mdast'

/** The words a reader reads in a node: no note marks, no alternative texts, blocks parted by a blank line. */
export function plainText(node: Nodes): string {
  return words(node)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
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

function words(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    return node.type === 'text' ? node.value.replace(/\n/g, ' ') : node.value
  }
  if (node.type === 'break') return ' '
  if (node.type === 'footnoteDefinition') return ''
  if (!('children' in node)) return ''
  return node.children.map((child) => parted(child)).join('')
}

function parted(node: Nodes): string {
  if (node.type === 'tableCell') return ` ${words(node)}`
  return blocks.has(node.type) ? `\n\n${words(node)}\n\n` : words(node)
}
