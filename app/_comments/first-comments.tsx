'use client'

import type { Talk } from '@/components/comment-item'
import { CommentList } from './comment-list'
import type { Next } from './more'
import { MoreComments } from './more-comments'
import type { ShownThread } from './show-threads'

type FirstCommentsProps = { threads: ShownThread[]; talk: Talk; next: Next | null }

/** The comments under a post, which go on in place. */
export function FirstComments({ threads, talk, next }: FirstCommentsProps) {
  return (
    <>
      <CommentList threads={threads} talk={talk} />
      {next && (
        <MoreComments next={next} slug={talk.slug}>
          {(threads) => <CommentList threads={threads} talk={talk} />}
        </MoreComments>
      )}
    </>
  )
}
