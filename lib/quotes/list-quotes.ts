import type { Nodes, Root } from 'mdast'
import type { MdxJsxFlowElement } from 'mdast-util-mdx'
import { visit } from 'unist-util-visit'
import { site } from '../../content/site'
import { textAttribute } from '../posts/mdx/attributes'
import { plainText } from '../posts/mdx/plain-text'
import type { Quote } from '../posts/post'

/** The quotes of a post, numbered from 1 in its order. */
export function listQuotes(tree: Root): Quote[] {
  const elements: MdxJsxFlowElement[] = []
  visit(tree, 'mdxJsxFlowElement', (element) => {
    if (isCard(element)) elements.push(element)
  })
  if (elements.length === 0) return []
  const body = plainText(tree, isCard).replace(/\s+/g, ' ')
  return elements.map((element, index) => readQuote(element, index + 1, body))
}

function isCard(node: Nodes): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement' && node.name === 'Tweetable'
}

/** One `<Tweetable>`; `body` is the post without its cards. Without `via` it names the site's own handle on X, `via="no"` names nobody. */
export function readQuote(element: MdxJsxFlowElement, number: number, body: string): Quote {
  const text = plainText(element).replace(/\s+/g, ' ')
  const via = (textAttribute(element, 'via') ?? site.handles.x).replace(/^@/, '')
  return {
    number,
    text,
    tweet: textAttribute(element, 'tweet')?.replace(/\s+/g, ' ').trim() || text,
    via: via === '' || via === 'no' ? null : via,
    repeated: body.includes(text),
    withUrl: textAttribute(element, 'url') !== 'no',
  }
}
