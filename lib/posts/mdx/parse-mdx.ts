import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { unravel } from './unravel'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze()

/** The tree of a post's MDX as its author wrote it. Throws a `VFileMessage` with line and column where it is not MDX. */
export function parseMdx(body: string): Root {
  const tree = parser.parse(body)
  unravel(tree)
  return tree
}
