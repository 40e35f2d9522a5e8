import { cache } from 'react'
import { site } from '@/content/site'
import { findPause, findPauseInTime } from '@/db/find-pause'
import { whyClosed } from '@/lib/comments/why-closed'
import { env } from '@/lib/env'
import type { Post } from '@/lib/posts/post'
import { words } from './words'

/** What readers are told while a post takes no comments; null while it does. Asked once for all parts of a page. Never throws. */
export const findClosed = cache(async (post: Post) =>
  // On Vercel what another process has written would be missed: see `readFirstPage`.
  sayClosed(post, await (env.VERCEL ? findPause() : findPauseInTime())),
)

/** As `findClosed`, for an act: as it stands now, however long that takes to be read. */
export async function findClosedNow(post: Post): Promise<string | null> {
  return sayClosed(post, await findPause())
}

/** What readers are told while a post takes no comments, as the site is set; null while it does. */
export function sayClosed(post: Pick<Post, 'comments' | 'publishedAt'>, isPaused: boolean): string | null {
  const { closeAfterDays } = site.comments
  const closed = whyClosed(post, { closeAfterDays, isPaused, now: new Date() })
  return closed && words[closed]
}
