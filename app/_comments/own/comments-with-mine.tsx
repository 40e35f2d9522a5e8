'use client'

import { CommentList } from '@/app/_comments/comment-list'
import type { ShownThread } from '@/app/_comments/show-threads'
import { useMine } from './ask-mine'

type CommentsWithMineProps = {
  threads: ShownThread[]
  slug: string
  /** What is said when there are none. */
  empty: string | null
}

/** The comments of a page; what this browser alone may see is among them a moment after the page has come. */
export function CommentsWithMine({ threads, slug, empty }: CommentsWithMineProps) {
  const shown = useMine(slug, threads)
  if (shown.length === 0) return empty && <p className="c-none">{empty}</p>
  return <CommentList threads={shown} postPath={`/posts/${slug}`} />
}
