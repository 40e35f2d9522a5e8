import { type CommentPage, listNewestPage, listPage, listThread } from '@/db/comments'
import { listFirstPage, listFirstPageInTime } from '@/db/first-page'
import { readOrLog, type Unread } from '@/db/read-or-log'
import { env } from '@/lib/env'
import type { Post } from '@/lib/posts/post'
import { findForWriter } from './page-for-writer'
import { beginPage, isStored, isToBeStored } from './pages-being-made'

/** Which part of a post's comments a page shows; pages count from 1. */
export type View = { kind: 'first' } | FurtherView

export type FurtherView =
  | { kind: 'oldest' | 'newest'; page: number }
  | { kind: 'thread'; number: number; page: number }

/**
 * The comments that stand under the post itself. While the database does not answer and nothing was kept: why not; but
 * a page that would take the place of a stored one is not made (throws), so that the last good one stays. It alone is
 * stored, so writers wait for it alone.
 */
export async function readFirstPage(post: Post): Promise<CommentPage | Unread> {
  // Vercel stores pages beside our process and tells nobody, and has other processes that write.
  const isOurs = !env.VERCEL
  const path = `/posts/${post.slug}`
  if (isToBeStored() && isOurs) beginPage(path)
  const list = isOurs ? listFirstPageInTime : listFirstPage
  const read = async () => findForWriter(post.id) ?? list(post.id)
  return isToBeStored() && isStored(path) ? read() : readOrLog(unread, read)
}

/** The comments of a further page; null when there is no such page. */
export async function readFurtherPage(post: Post, view: FurtherView): Promise<CommentPage | Unread | null> {
  return readOrLog(unread, () => readView(post.id, view))
}

const unread = 'The comments could not be read'

function readView(postId: string, view: FurtherView): Promise<CommentPage | null> {
  switch (view.kind) {
    case 'oldest':
      return listPage(postId, view.page)
    case 'newest':
      return listNewestPage(postId, view.page)
    case 'thread':
      return listThread(postId, view.number, view.page)
  }
}
