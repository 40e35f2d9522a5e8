import type { ReactNode } from 'react'
import type { ReplyTo } from '@/lib/comments/arrange-threads'
import type { Block } from '@/lib/comments/parse-text'
import { Avatar } from './avatar'
import { CommentText } from './comment-text'
import { CopyButton } from './copy-button'
import { relOf } from './rel-of'

/** A comment as it is drawn, without a byte too many: a page carries fifty of these beside their HTML. */
export type ShownComment = {
  number: number
  name: string
  /** An http(s) address, already checked. */
  website?: string
  swatch: string
  byAuthor?: true
  isTrusted?: true
  /**
   * When it was published: for machines, to the minute, and for readers. Not when it was written: a comment takes its
   * number, its place and its day in the feeds when it is published. Older dates would stand in between wherever one had
   * waited, and whoever looks for what is new since Monday would pass it over.
   */
  at: string
  date: string
  /** Whose the last edit was, in words: `Edited`, or `Edited by` whom. */
  edited?: string
  replyTo?: ReplyTo
  /** With an http(s) address, already checked; without, its page is gone. */
  latestPost?: { blog: string; title: string; url?: string }
  text: Block[]
  /** What only the browser that wrote it shows under it. */
  foot?: ReactNode
}

/** The place of a comment that others answered, and that was removed, or waits for the author to read it again. */
export type Tombstone = { number: number; removed: true; waits?: true }

/** What all comments of a list have in common. */
export type Talk = {
  /** Of the post. */
  slug: string
  /** Where the post stands, with the site's own address. */
  url: string
  /** False when nobody can answer any more. */
  isOpen: boolean
}

/** One published comment. */
export function CommentItem({ comment, talk }: { comment: ShownComment; talk: Talk }) {
  const { number, name, website, swatch, byAuthor = false, at, date, edited, replyTo, latestPost } = comment
  const id = `c-${number}`
  const rel = relOf(comment.isTrusted)
  return (
    <article
      className={`u-comment h-cite c${byAuthor ? ' by-author' : ''}`}
      id={id}
      aria-label={`Comment ${number} by ${name}`}
    >
      <Avatar swatch={swatch} byAuthor={byAuthor} />
      <header>
        <bdi className="p-author h-card who">
          {website ? (
            <a href={website} rel={rel}>
              {name}
            </a>
          ) : (
            name
          )}
        </bdi>
        {byAuthor && <span className="knot">Author</span>}
        <a className="u-url when" href={`#${id}`}>
          <time className="dt-published" dateTime={at}>
            {date}
          </time>
        </a>
        {edited && <span>{edited}</span>}
        {replyTo && <InReplyTo replyTo={replyTo} slug={talk.slug} />}
        <span className="no" aria-hidden="true">
          {number}
        </span>
      </header>
      <CommentText blocks={comment.text} />
      {latestPost && (
        <p className="lately">
          Lately on <bdi>{latestPost.blog}</bdi>:{' '}
          {latestPost.url ? (
            <a href={latestPost.url} rel={rel}>
              <bdi>{latestPost.title}</bdi>
            </a>
          ) : (
            <bdi>{latestPost.title}</bdi>
          )}
        </p>
      )}
      <p className="acts">
        {talk.isOpen && (
          <a className="quiet" href={`/posts/${talk.slug}/reply/${number}#comment-body`}>
            Reply<span className="vh">{` to ${name}`}</span>
          </a>
        )}
        <CopyButton text={`${talk.url}/c/${number}`} label="Copy link" of={` to comment ${number}`} />
      </p>
      {comment.foot}
    </article>
  )
}

export function RemovedComment({ number, waits }: Omit<Tombstone, 'removed'>) {
  return (
    <article className="c gone" id={`c-${number}`} aria-label={`Comment ${number}`}>
      <p>This comment {waits ? 'waits' : 'was removed'}.</p>
      <span className="no" aria-hidden="true">
        {number}
      </span>
    </article>
  )
}

function InReplyTo({ replyTo: { number, name, here }, slug }: { replyTo: ReplyTo; slug: string }) {
  return (
    <span className="re">
      {'in reply to '}
      <a href={here ? `#c-${number}` : `/posts/${slug}/c/${number}`}>
        {name === null ? `comment ${number}` : <bdi>{name}</bdi>}
      </a>
    </span>
  )
}
