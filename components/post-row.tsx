import type { ReactNode } from 'react'
import { isoDay } from '@/lib/posts/dates'
import { languageOf } from '@/lib/posts/language'
import type { Post } from '@/lib/posts/post'
import { count } from '@/lib/words/count'
import { sayPublished } from '@/lib/words/say-published'
import { Swatch } from './swatch'

type PostRowProps = {
  post: Pick<Post, 'slug' | 'title' | 'description' | 'dye' | 'draft' | 'publishedAt'> &
    Partial<Pick<Post, 'lang'>>
  /** How many comments it has; absent when that is not known or not wanted. */
  comments?: number
  /** Leaves out when it was published. */
  undated?: boolean
  /** One level below the heading of the list. */
  heading?: 'h2' | 'h3'
  /** The title, with something in it marked. */
  title?: ReactNode
  /** What stands below the title, in place of the description. */
  children?: ReactNode
}

/** A post in a list: the whole row is clickable, the title is its one link. */
export function PostRow({
  post,
  comments,
  undated = false,
  heading: Heading = 'h2',
  title = post.title,
  children,
}: PostRowProps) {
  const language = languageOf(post)
  return (
    <article className="h-entry row">
      <Swatch seed={post.slug} cells={7} dye={post.dye} />
      {!undated && (
        <time className="dt-published meta" dateTime={isoDay(post.publishedAt)}>
          {sayPublished(post, 'day')}
        </time>
      )}
      <div className="txt">
        <Heading>
          <a className="p-name u-url" href={`/posts/${post.slug}`} {...language}>
            {title}
          </a>
        </Heading>
        {children ?? (
          <p className="p-summary say" {...language}>
            {post.description}
          </p>
        )}
      </div>
      {comments !== undefined && <span className="meta n">{count(comments, 'comment')}</span>}
    </article>
  )
}
