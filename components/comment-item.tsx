import type { ReactNode } from 'react'
import type { ReplyTo } from '@/lib/comments/arrange-threads'
import type { PublicComment } from '@/lib/comments/comment'
import { formatDate } from '@/lib/posts/dates'
import { Avatar } from './avatar'

type CommentItemProps = {
  comment: PublicComment
  replyTo: ReplyTo | null
  /** The address of the post: comments on other pages are reached from there. */
  postPath: string
  /** The text of the comment. */
  children: ReactNode
}

/** One published comment, or the tombstone of a removed one. */
export function CommentItem({ comment, replyTo, postPath, children }: CommentItemProps) {
  const { number, name, website, latestPost, publishedAt, editedAt, byAuthor, removed } = comment
  const id = `c-${number}`
  if (removed) {
    return (
      <article className="c gone" id={id} aria-label={`Comment ${number}, removed`}>
        <p>This comment was removed.</p>
        <span className="no" aria-hidden="true">
          {number}
        </span>
      </article>
    )
  }
  const published = publishedAt.toISOString()
  return (
    <article className={byAuthor ? 'c by-author' : 'c'} id={id} aria-label={`Comment ${number} by ${name}`}>
      <Avatar swatch={comment.swatch} byAuthor={byAuthor} />
      <header>
        <bdi className="who">
          {website ? (
            <a href={website} rel="ugc nofollow noopener">
              {name}
            </a>
          ) : (
            name
          )}
        </bdi>
        {byAuthor && <span className="knot">Author</span>}
        <a className="when" href={`#${id}`}>
          <time dateTime={published}>{formatDate(published, 'minute')}</time>
        </a>
        {editedAt && <span>Edited</span>}
        {replyTo && <InReplyTo replyTo={replyTo} postPath={postPath} />}
        <span className="no" aria-hidden="true">
          {number}
        </span>
      </header>
      {children}
      {latestPost && (
        <p className="lately">
          Lately on <bdi>{latestPost.blog}</bdi>:{' '}
          <a href={latestPost.url} rel="ugc nofollow noopener">
            <bdi>{latestPost.title}</bdi>
          </a>
        </p>
      )}
    </article>
  )
}

function InReplyTo({ replyTo, postPath }: { replyTo: ReplyTo; postPath: string }) {
  const { number, name, here } = replyTo
  return (
    <span className="re">
      in reply to{' '}
      <a href={here ? `#c-${number}` : `${postPath}/c/${number}`}>
        {name ? <bdi>{name}</bdi> : here ? 'a removed comment' : `comment ${number}`}
      </a>
    </span>
  )
}
