import type { ReactNode } from 'react'
import type { ShownThread } from '@/app/_comments/show-threads'
import type { ShownComment } from '@/components/comment-item'
import type { ShownOwn } from './own-schema'

/** One's own comment on the page; deleted during this visit when `isGone`. */
export type Own = ShownOwn & { isGone: boolean }

/** How own comments are drawn. */
export type Draw = {
  /** What stands under one that everybody sees. */
  foot: (own: Own) => ReactNode
  /** One that nobody else sees; `isApart` when it does not stand under what it answers. */
  held: (own: Own, isApart: boolean) => ReactNode
  /** What is left of one that was deleted; `isTombstone` when others answered it. */
  gone: (own: Own, isTombstone: boolean) => ReactNode
}

/** As `arrangeThreads` (lib/comments) has it: replies to the third level stand beside it. */
const levels = 3

/**
 * The threads of a page with one's own comment in them: in its place when it stands there, otherwise under what it
 * answers, or at the end. One that is published and not on this page is left to its own.
 */
export function placeOwn(threads: ShownThread[], own: Own, draw: Draw): ShownThread[] {
  const there = replace(threads, own, draw)
  if (there) return there
  if (!own.isHeld && !own.isGone) return threads
  return putUnder(threads, own, draw, 1) ?? insert(threads, own, draw, own.parentNumber !== null)
}

function replace(threads: ShownThread[], own: Own, draw: Draw): ShownThread[] | null {
  if (own.number === null) return null
  return change(threads, (thread) => {
    if (thread.comment.number === own.number) return redraw(thread, own, draw)
    const replies = thread.replies && replace(thread.replies, own, draw)
    return replies ? { ...thread, replies } : null
  })
}

function redraw(thread: ShownThread, own: Own, draw: Draw): ShownThread {
  const { comment, replies } = thread
  if (!own.isGone && !own.isHeld) {
    if (!isShown(comment)) return thread
    // A list that goes on was read before an edit.
    const edited = own.isEdited && { text: own.text, edited: comment.edited ?? 'Edited' }
    return { ...thread, comment: { ...comment, ...edited, foot: draw.foot(own) } }
  }
  const element = own.isGone
    ? draw.gone(own, replies !== undefined || 'removed' in comment)
    : draw.held(own, false)
  return { ...thread, comment: { number: comment.number, element } }
}

function isShown(comment: ShownThread['comment']): comment is ShownComment {
  return 'text' in comment
}

function putUnder(threads: ShownThread[], own: Own, draw: Draw, level: number): ShownThread[] | null {
  const isAnswered = (thread: ShownThread) =>
    own.parentNumber !== null && thread.comment.number === own.parentNumber
  if (level === levels) return threads.some(isAnswered) ? insert(threads, own, draw, true) : null
  return change(threads, (thread) => {
    const replies = isAnswered(thread)
      ? insert(thread.replies ?? [], own, draw, false)
      : thread.replies && putUnder(thread.replies, own, draw, level + 1)
    return replies ? { ...thread, replies } : null
  })
}

/** Behind all that were numbered before it; without a number at the end. */
function insert(threads: ShownThread[], own: Own, draw: Draw, isApart: boolean): ShownThread[] {
  const element = own.isGone ? draw.gone(own, false) : draw.held(own, isApart)
  const { number } = own
  const at = number === null ? -1 : threads.findIndex(({ comment }) => Number(comment.number) > number)
  return threads.toSpliced(at < 0 ? threads.length : at, 0, {
    comment: { number: number ?? own.id, element },
  })
}

/** The list with the first thread exchanged for which there is another; null when there is none. */
function change(
  threads: ShownThread[],
  other: (thread: ShownThread) => ShownThread | null,
): ShownThread[] | null {
  for (const [index, thread] of threads.entries()) {
    const changed = other(thread)
    if (changed) return threads.with(index, changed)
  }
  return null
}
