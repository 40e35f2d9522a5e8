import { languageOf } from '@/lib/posts/language'
import type { Post } from '@/lib/posts/post'

/** The author's picks for somebody who comes for the first time. Nothing when none of them is public. */
export function StartHere({ picks }: { picks: { post: Post; sentence: string }[] }) {
  if (picks.length === 0) return null
  return (
    <>
      <h2>Start here</h2>
      <ul>
        {picks.map(({ post, sentence }) => (
          <li key={post.id}>
            <a href={`/posts/${post.slug}`}>
              <bdi {...languageOf(post)}>{post.title}</bdi>
            </a>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
