import type { ReactNode } from 'react'
import { Avatar } from '@/components/avatar'
import { CommentText } from '@/components/comment-text'
import type { ShownOwn } from './own-schema'

type OwnCommentProps = {
  own: ShownOwn
  /** Where it stands, in few words; null when everybody sees it. */
  state: string | null
  slug: string
  /** Says what it answers, which does not stand above it. */
  isApart?: boolean
  /** Among others of one's own: then only what waits is set apart by its seam. */
  isListed?: boolean
  /** What stands under its text. */
  children: ReactNode
}

/** A comment as only its writer sees it. */
export function OwnComment({
  own,
  state,
  slug,
  isApart = false,
  isListed = false,
  children,
}: OwnCommentProps) {
  const { id, name, swatch, isEdited, parentNumber, at, date, text } = own
  return (
    <article
      className={isListed && state === null ? 'c' : 'c held sewn'}
      id={`own-${id}`}
      aria-label={state ? `Your comment: ${state}` : 'Your comment'}
    >
      <Avatar swatch={swatch} byAuthor={false} />
      <header>
        <bdi className="who">{name}</bdi>
        <span>(you)</span>
        <time dateTime={at}>{date}</time>
        {isEdited && <span>Edited</span>}
        {state && <span className="state">{state}</span>}
        {isApart && parentNumber !== null && (
          <span className="re">
            in reply to <a href={`/posts/${slug}/c/${parentNumber}`}>comment {parentNumber}</a>
          </span>
        )}
      </header>
      <CommentText blocks={text} />
      {children}
    </article>
  )
}
