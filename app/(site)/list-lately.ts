import { listLatest } from '@/db/comments'
import { firstWords } from '@/lib/comments/first-words'
import type { Post } from '@/lib/posts/post'

export type LatelyWords = { address: string; words: string; name: string; title: string }

const SHOWN = 2

/**
 * The beginnings of the two newest comments on public posts. A few more are asked for, because a comment may be
 * nothing but code or hang on a post that has gone. Empty when there are none or the database does not answer.
 */
export async function listLately(posts: Post[]): Promise<LatelyWords[]> {
  const comments = await listLatest(SHOWN * 4)
  const lately = comments.flatMap(({ postId, number, name, body }) => {
    const post = posts.find(({ id }) => id === postId)
    const words = firstWords(body)
    return post && words !== ''
      ? [{ address: `/posts/${post.slug}/c/${number}`, words, name, title: post.title }]
      : []
  })
  return lately.slice(0, SHOWN)
}
