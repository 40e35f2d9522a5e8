import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { longestTweet } from '../../quotes/fit-tweet'
import { readQuote } from '../../quotes/list-quotes'
import { weightedLength } from '../../quotes/weighted-length'
import { textAttribute } from '../mdx/attributes'
import { type Finding, findingAt } from './finding'

/** A quote fits into one post on X, with the address and the handle it is shared with. Pages have no quotes. */
export function checkQuotes(tree: Root, kind: 'post' | 'page'): Finding[] {
  const found: Finding[] = []
  visit(tree, 'mdxJsxFlowElement', (element) => {
    if (element.name !== 'Tweetable') return
    if (kind === 'page') found.push(findingAt(element, '<Tweetable> belongs in a post: a page has no quotes'))
    const via = textAttribute(element, 'via')
    if (via !== null && !/^@?\w{1,15}$/.test(via)) {
      found.push(findingAt(element, `via is a handle on X or "no", not "${via}"`))
    }
    const length = weightedLength(readQuote(element, 1, ''))
    if (length > longestTweet) {
      found.push(
        findingAt(
          element,
          `this quote takes ${length} of the ${longestTweet} units of X, its address and handle included: give a shorter one with tweet="…"`,
        ),
      )
    }
  })
  return found
}
