import type { Root } from 'mdast'
import type { Catalogue } from '../posts/catalogue'
import { plainText } from '../posts/mdx/plain-text'
import { shapeTree } from '../posts/mdx/shape-tree'
import { addToIndex, makeSearchIndex, type SearchIndex } from './search-index'

/** The index of all that a build keeps: no drafts, and scheduled posts for when they are due. */
export function indexCatalogue({ posts, trees }: Pick<Catalogue, 'posts' | 'trees'>): SearchIndex {
  const index = makeSearchIndex()
  for (const post of posts) {
    const packed = trees.get(post.hash)
    if (!post.draft && packed !== undefined) addToIndex(index, post, textOf(JSON.parse(packed)))
  }
  return index
}

function textOf(tree: Root): string {
  shapeTree(tree)
  return plainText(tree)
}
