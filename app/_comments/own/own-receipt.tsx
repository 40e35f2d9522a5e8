import type { ReactNode } from 'react'
import { sayWhatBecame } from '@/app/_comments/words'
import type { CommentStatus } from '@/lib/comments/comment'
import { sayTimeLeft } from '@/lib/comments/say-time-left'
import { OwnComment } from './own-comment'
import type { ShownOwn } from './own-schema'
import { stateWords } from './own-words'

type OwnReceiptProps = {
  slug: string
  own: ShownOwn
  status: CommentStatus
  /** What can still be done with it. */
  children: ReactNode
}

/** One's own comment, and what became of it. */
export function OwnReceipt({ slug, own, status, children }: OwnReceiptProps) {
  const { forAuthor, secondsLeft } = own
  const isWaiting = status === 'held' || status === 'spam'
  const state = isWaiting ? stateWords(forAuthor) : null
  return (
    <OwnComment own={own} state={state} slug={slug} isApart>
      <p className="why">
        {sayWhatBecame(status, forAuthor)}
        {isChangeable(own, status) && ` You can edit it for another ${sayTimeLeft(secondsLeft)}.`}
      </p>
      {children}
    </OwnComment>
  )
}

/** True while its writer may edit or delete it. */
export function isChangeable({ secondsLeft }: ShownOwn, status: CommentStatus): boolean {
  return secondsLeft > 0 && status !== 'removed'
}
