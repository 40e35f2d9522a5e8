import type { ReactNode } from 'react'
import { formatDate, isoDay } from '@/lib/posts/dates'
import type { Post } from '@/lib/posts/post'
import { count } from '@/lib/words/count'
import { sayPublished } from '@/lib/words/say-published'

type MetaLineProps = {
  post: Pick<Post, 'draft' | 'publishedAt' | 'updatedAt' | 'minutes'>
  /** How many comments it has, published ones alone; absent when that is not known. None is not said: the reader's own may wait. */
  comments?: number
  /** More that belongs on the line: the place in a series. */
  children?: ReactNode
}

/** Under the title of a post: when, how long, how many comments (a link to their heading), and when it was mended. */
export function MetaLine({ post, comments, children }: MetaLineProps) {
  return (
    <p className="meta">
      <time className="dt-published" dateTime={isoDay(post.publishedAt)}>
        {sayPublished(post, 'day')}
      </time>
      <span>{post.minutes} min</span>
      <a href="#comments-h">{comments ? count(comments, 'comment') : 'Comments'}</a>
      {post.updatedAt !== null && (
        <span>
          Mended{' '}
          <time className="dt-updated" dateTime={isoDay(post.updatedAt)}>
            {formatDate(post.updatedAt, 'day')}
          </time>
        </span>
      )}
      {children}
    </p>
  )
}
