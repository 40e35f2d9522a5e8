import type { Root } from 'mdast'
import { readContentFile } from './content-file'
import { parseMdx } from './mdx/parse-mdx'
import type { Page, Post } from './post'
import { readStoredTree } from './stored-trees'

/**
 * The MDX of a post or a page, parsed: in production as the build checked and stored it, elsewhere as the file stands
 * now. It belongs to the caller, who may change it. Throws when the text is gone.
 */
export async function readTree(source: Pick<Post | Page, 'file' | 'hash'>): Promise<Root> {
  if (process.env.NODE_ENV === 'production') return readStoredTree(source)
  return parseMdx((await readContentFile(source.file)).body)
}
