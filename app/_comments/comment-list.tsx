'use client'

import { CommentItem, RemovedComment } from '@/components/comment-item'
import type { ShownThread } from './show-threads'

type CommentListProps = {
  threads: ShownThread[]
  /** `/posts/SLUG` */
  postPath: string
}

/**
 * One page of comments, replies within the list of what they answer. It needs no script; it is client code for
 * its size: of server code every page carries the finished elements twice (HTML and payload), of this the
 * second copy is the plain data.
 */
export function CommentList({ threads, postPath }: CommentListProps) {
  return (
    <ol className="c-list">
      {threads.map((thread) => (
        <li key={thread.comment.number}>
          <Thread thread={thread} postPath={postPath} />
          {thread.left && (
            <p className="more">
              <a className="btn" href={`${postPath}/comments/thread/${thread.comment.number}/1`}>
                Read the whole conversation
              </a>
              <span className="meta">{thread.left} more in it</span>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function Thread({ thread: { comment, replies }, postPath }: { thread: ShownThread; postPath: string }) {
  return (
    <>
      {'element' in comment ? (
        comment.element
      ) : 'removed' in comment ? (
        <RemovedComment {...comment} />
      ) : (
        <CommentItem comment={comment} postPath={postPath} />
      )}
      {replies && (
        <ol className="kids">
          {replies.map((reply) => (
            <li key={reply.comment.number}>
              <Thread thread={reply} postPath={postPath} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
