import type { Root } from 'mdast'
import { EXIT, visit } from 'unist-util-visit'

/** Whether a block of code stands anywhere in a text. */
export function hasCode(tree: Root): boolean {
  let found = false
  visit(tree, 'code', () => {
    found = true
    return EXIT
  })
  return found
}
