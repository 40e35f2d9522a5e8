import { slug } from 'github-slugger'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { plainText } from '../mdx/plain-text'
import { type Finding, findingAt } from './finding'

/** Headings of a text are `##` and, below one of those, `###`: the title is the only one above. */
export function checkHeadings(tree: Root): Finding[] {
  const found: Finding[] = []
  let last = 1
  visit(tree, 'heading', (heading) => {
    const { depth } = heading
    if (slug(plainText(heading)) === '') {
      found.push(findingAt(heading, 'a heading needs words: its address on the page is made of them'))
    }
    if (depth === 1) {
      found.push(findingAt(heading, 'the title is the only heading of the first level: begin with ##'))
    } else if (depth > 3) {
      found.push(findingAt(heading, 'headings go no deeper than ###'))
    } else if (depth > last + 1) {
      found.push(
        findingAt(heading, `a heading of level ${depth} needs one of level ${depth - 1} before it: write ##`),
      )
    }
    last = Math.min(depth, 3)
  })
  return found
}
