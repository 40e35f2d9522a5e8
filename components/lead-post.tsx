import { formatDate, isoDay } from '@/lib/posts/dates'
import type { Post } from '@/lib/posts/post'
import { count } from '@/lib/words/count'
import { Swatch } from './swatch'

/** The newest post, large, with the beginning of its text. `comments` is absent when it is not known. */
export function LeadPost({ post, comments }: { post: Post; comments?: number }) {
  return (
    <article className="lead-post mt-4">
      <Swatch seed={post.slug} cells={11} dye={post.dye} />
      <div>
        <h2>
          <a href={`/posts/${post.slug}`}>{post.title}</a>
        </h2>
        <p>{post.opening}</p>
        <p className="meta">
          <time dateTime={isoDay(post.publishedAt)}>{formatDate(post.publishedAt, 'day')}</time>
          <span>{post.minutes} min</span>
          {comments !== undefined && <span>{count(comments, 'comment')}</span>}
        </p>
      </div>
    </article>
  )
}
