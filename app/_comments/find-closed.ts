import { cache } from 'react'
import { site } from '@/content/site'
import { findPause } from '@/db/find-pause'
import { whyClosed } from '@/lib/comments/why-closed'
import type { Post } from '@/lib/posts/post'
import { words } from './words'

/** What readers are told while a post takes no comments; null while it does. Asked once for all parts of a page. Never throws. */
export const findClosed = cache(async (post: Post): Promise<string | null> => {
  const { closeAfterDays } = site.comments
  const closed = whyClosed(post, { closeAfterDays, isPaused: await findPause(), now: new Date() })
  return closed && words[closed]
})
