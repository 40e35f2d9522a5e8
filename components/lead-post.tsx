import { isoDay } from '@/lib/posts/dates'
import { languageOf } from '@/lib/posts/language'
import type { Post } from '@/lib/posts/post'
import { count } from '@/lib/words/count'
import { sayPublished } from '@/lib/words/say-published'
import { Swatch } from './swatch'

/** The newest post, large, with the beginning of its text. `comments` is absent when it is not known. */
export function LeadPost({ post, comments }: { post: Post; comments?: number }) {
  const language = languageOf(post)
  return (
    <article className="h-entry lead-post mt-4">
      <Swatch seed={post.slug} cells={11} dye={post.dye} />
      <div>
        <h2>
          <a className="p-name u-url" href={`/posts/${post.slug}`} {...language}>
            {post.title}
          </a>
        </h2>
        <p className="p-summary" {...language}>
          {post.opening}
        </p>
        <p className="meta">
          <time className="dt-published" dateTime={isoDay(post.publishedAt)}>
            {sayPublished(post, 'day')}
          </time>
          <span>{post.minutes} min</span>
          {comments !== undefined && <span>{count(comments, 'comment')}</span>}
        </p>
      </div>
    </article>
  )
}
