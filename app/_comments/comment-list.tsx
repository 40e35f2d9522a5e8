'use client'

import { CommentItem, RemovedComment, type Talk } from '@/components/comment-item'
import type { Next } from './more'
import { MoreComments } from './more-comments'
import type { ShownThread } from './show-threads'

type CommentListProps = {
  threads: ShownThread[]
  talk: Talk
  /** Where it goes on. */
  next?: Next | null
  /** Lists of replies stand within the comment they answer. */
  isReplies?: boolean
}

/**
 * Comments, replies within the list of what they answer. It needs no script; it is client code for its size: of
 * server code every page carries the finished elements twice (HTML and payload), of this the second copy is the
 * plain data.
 */
export function CommentList({ threads, talk, next, isReplies = false }: CommentListProps) {
  return (
    <>
      <ol className={isReplies ? 'kids' : 'c-list'}>
        {threads.map(({ comment, replies, next }) => (
          <li key={comment.number}>
            {'element' in comment ? (
              comment.element
            ) : 'removed' in comment ? (
              <RemovedComment {...comment} />
            ) : (
              <CommentItem comment={comment} talk={talk} />
            )}
            {replies && <CommentList threads={replies} talk={talk} next={next} isReplies />}
          </li>
        ))}
      </ol>
      {next && (
        <MoreComments next={next} slug={talk.slug}>
          {(threads) => <CommentList threads={threads} talk={talk} isReplies={isReplies} />}
        </MoreComments>
      )}
    </>
  )
}
