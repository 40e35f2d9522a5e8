import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** In the order in which MDX itself would set them up. */
const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze()

/** The tree of a post's MDX as its author wrote it. Throws a `VFileMessage` with line and column where it is not MDX. */
export function parseMdx(body: string): Root {
  return parser.parse(body)
}
