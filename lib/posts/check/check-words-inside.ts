import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { plainText } from '../mdx/plain-text'
import { type Finding, findingAt } from './finding'

/** Words on a card or under a picture are one line: nothing that would need a block, or a link inside a link. */
const plain = new Set(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break'])

/** What stands between the tags of an element: a quote is plain words, a caption one line, nothing is empty that needs words. */
export function checkWordsInside(tree: Root): Finding[] {
  const found: Finding[] = []
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    const { name } = node
    if (
      name !== 'Figure' &&
      (name === 'Tweetable' || name === 'Callout' || name === 'Sponsored') &&
      plainText(node) === ''
    ) {
      found.push(findingAt(node, `<${name}> has no words`))
    }
    if (name !== 'Tweetable' && name !== 'Figure' && name !== 'Sponsored') return
    if (node.children.filter(({ type }) => type === 'paragraph').length > 1) {
      found.push(findingAt(node, `<${name}> holds one paragraph`))
    }
    const strange = node.children.flatMap((child) => strangers(child, name !== 'Figure'))[0]
    if (strange) found.push(findingAt(strange, `<${name}> holds plain words only`))
  })
  return found
}

function strangers(node: Nodes, closed: boolean): Nodes[] {
  if (node.type === 'paragraph') return node.children.flatMap((child) => strangers(child, closed))
  if (plain.has(node.type))
    return 'children' in node ? node.children.flatMap((child) => strangers(child, closed)) : []
  return !closed && node.type === 'link' ? [] : [node]
}
