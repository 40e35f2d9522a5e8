import type { CommentPage } from '@/db/comments'
import { commentsPerPage } from '@/lib/comments/pages'
import { count } from '@/lib/words/count'
import type { ShownThread } from './show-threads'

/** What is to be shown next: a page of comments, or how a thread goes on after its first places. */
export type Ask = { kind: 'page'; page: number } | { kind: 'thread'; number: number; from: number }

/** The link to it. Without JavaScript `href` opens a page of its own. */
export type Next = { href: string; label: string; note: string; ask: Ask }

export type More = {
  threads: ShownThread[]
  next: Next | null
  /** What is said of it: "8 more comments". */
  told: string
}

/** The link from page `number` to the page after it; null on the last one. */
export function nextPage(postPath: string, page: CommentPage, number: number): Next | null {
  if (number >= page.pages) return null
  const isLast = number + 1 === page.pages
  const left = page.total - page.shown - page.elsewhere
  return {
    href: `${postPath}/comments/${number + 1}`,
    label: isLast ? `Show ${count(left, 'more comment')}` : 'Show more comments',
    note: `${page.shown} of ${page.total} shown`,
    ask: { kind: 'page', page: number + 1 },
  }
}

/** The link to how a thread of `total` places goes on after its first `from`; null when all of it is shown. */
export function nextInThread(postPath: string, number: number, from: number, total: number): Next | null {
  if (from >= total) return null
  return {
    href: `${postPath}/comments/thread/${number}/${Math.floor(from / commentsPerPage) + 1}`,
    label: 'Read the whole conversation',
    note: `${total - from} more in it`,
    ask: { kind: 'thread', number, from },
  }
}
