import { cache, type ReactNode } from 'react'
import type { ShownComment, Tombstone } from '@/components/comment-item'
import { site } from '@/content/site'
import type { CommentPage } from '@/db/comments'
import { arrangeThreads, type ThreadNode } from '@/lib/comments/arrange-threads'
import type { LatestPost, PublicComment } from '@/lib/comments/comment'
import { parseText } from '@/lib/comments/parse-text'
import { toWebHref } from '@/lib/comments/safe-href'
import { formatDate } from '@/lib/posts/dates'
import { type Next, nextInThread } from './more'

/** A comment that only this browser shows, drawn already; an id stands for the number it has not got. */
type Drawn = { number: number | string; element: ReactNode }

export type ShownThread = {
  comment: ShownComment | Tombstone | Drawn
  replies?: ShownThread[]
  /** The way to the rest of the replies, in a thread that is too long for a page. */
  next?: Next
}

/**
 * One page of comments as it is drawn: whatever may be absent is left out. `top` is the level it begins at, 2 within
 * a thread. `postPath` is where the post stands. Whoever asks again while a page is drawn gets the same object: what its
 * payload has is named there, and not repeated.
 */
export const showThreads = cache(arrangePage)

function arrangePage(
  { comments, cut }: Pick<CommentPage, 'comments' | 'cut'>,
  postPath: string,
  top = 1,
): ShownThread[] {
  return arrangeThreads(comments, top).map((node) => {
    const { number } = node.comment
    const thread = cut.find(({ rootNumber }) => rootNumber === number)
    const next = thread && nextInThread(postPath, number, thread.shown, thread.total)
    return { ...showThread(node), ...(next && { next }) }
  })
}

function showThread(node: ThreadNode): ShownThread {
  const replies = node.children.map(showThread)
  return { comment: showComment(node), ...(replies.length > 0 && { replies }) }
}

function showComment({ comment, replyTo }: ThreadNode): ShownComment | Tombstone {
  const { number, name, swatch, body } = comment
  if (comment.removed) return { number, removed: true, ...(comment.waits && { waits: true }) }
  const published = comment.publishedAt.toISOString()
  const website = toWebHref(comment.website ?? '')
  const latestPost = comment.latestPost && showLatest(comment.latestPost)
  return {
    number,
    name,
    ...(website && { website }),
    swatch,
    ...(comment.byAuthor && { byAuthor: true }),
    ...(comment.isTrusted && { isTrusted: true }),
    at: `${published.slice(0, 16)}Z`,
    date: formatDate(published, 'minute'),
    ...(comment.editedAt && { edited: sayEdited(comment) }),
    ...(replyTo && { replyTo }),
    ...(latestPost && { latestPost }),
    text: parseText(body),
  }
}

/** Words put into somebody's mouth are not passed off as theirs. */
function sayEdited({ byAuthor, editedByAuthor }: PublicComment): string {
  return editedByAuthor && !byAuthor ? `Edited by ${site.author}` : 'Edited'
}

/** Null for one whose address may not stand in a link; one without an address is words alone. */
function showLatest({ blog, title, url }: LatestPost): ShownComment['latestPost'] | null {
  if (url === null) return { blog, title }
  const href = toWebHref(url)
  return href === null ? null : { blog, title, url: href }
}
