import { formatDate, isoDay } from '@/lib/posts/dates'
import type { Post } from '@/lib/posts/post'
import { count } from '@/lib/words/count'
import { Swatch } from './swatch'

type PostRowProps = {
  post: Post
  /** How many comments it has; absent when that is not known or not wanted. */
  comments?: number
  /** Leaves out when it was published. */
  undated?: boolean
}

/** A post in a list: the whole row is clickable, the title is its one link. */
export function PostRow({ post, comments, undated = false }: PostRowProps) {
  return (
    <article className="row">
      <Swatch seed={post.slug} cells={7} dye={post.dye} />
      {!undated && (
        <time className="meta" dateTime={isoDay(post.publishedAt)}>
          {formatDate(post.publishedAt, 'day')}
        </time>
      )}
      <div className="txt">
        <h2>
          <a href={`/posts/${post.slug}`}>{post.title}</a>
        </h2>
        <p className="say">{post.description}</p>
      </div>
      {comments !== undefined && <span className="meta n">{count(comments, 'comment')}</span>}
    </article>
  )
}
