import { plainText } from '../posts/mdx/plain-text'
import { shapeTree } from '../posts/mdx/shape-tree'
import type { Post } from '../posts/post'
import { readTree } from '../posts/read-tree'
import { addToIndex, makeSearchIndex, type SearchIndex } from './search-index'
import { readSearchIndex } from './stored-index'

let stored: Promise<SearchIndex> | null = null

/** The last list that was asked about, outside production, and its index. */
let made: { posts: Post[]; index: Promise<SearchIndex> } | null = null

/**
 * The index of these posts: in production that of the build, read once a process, which knows scheduled posts as well;
 * elsewhere one of the texts as they stand now. Throws when the build left none.
 */
export async function indexOf(posts: Post[]): Promise<SearchIndex> {
  if (process.env.NODE_ENV === 'production') {
    stored ??= readSearchIndex().catch((error: unknown) => {
      stored = null
      throw error
    })
    return stored
  }
  if (made?.posts !== posts) made = { posts, index: indexPosts(posts) }
  return made.index
}

async function indexPosts(posts: Post[]): Promise<SearchIndex> {
  const index = makeSearchIndex()
  for (const post of posts) addToIndex(index, post, await readText(post))
  return index
}

/** The words of a post as they stand on its page. Throws when its text is gone. */
export async function readText(post: Post): Promise<string> {
  const tree = await readTree(post)
  shapeTree(tree)
  return plainText(tree)
}
