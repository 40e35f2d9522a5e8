'use client'

import { CommentList } from '@/app/_comments/comment-list'
import type { Next } from '@/app/_comments/more'
import type { ShownThread } from '@/app/_comments/show-threads'
import type { Talk } from '@/components/comment-item'
import { useMine } from './ask-mine'

type CommentsWithMineProps = {
  threads: ShownThread[]
  talk: Talk
  /** Where the list goes on. */
  next: Next | null
  /** What is said when there are none. */
  empty: string | null
}

/** The comments of a page; what this browser alone may see is among them a moment after the page has come. */
export function CommentsWithMine({ threads, talk, next, empty }: CommentsWithMineProps) {
  const shown = useMine(talk.slug, threads)
  if (shown.length === 0) return empty && <p className="c-none">{empty}</p>
  return <CommentList threads={shown} talk={talk} next={next} />
}
