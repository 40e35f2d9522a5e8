import type { PublicComment } from './comment'

/** Whom a comment answers, where its place alone does not say it. `name` is null when that comment was removed or stands on another page. */
export type ReplyTo = { number: number; name: string | null; here: boolean }

export type ThreadNode = { comment: PublicComment; replyTo: ReplyTo | null; children: ThreadNode[] }

/** Replies are indented up to this level; deeper ones stay there and say whom they answer. */
const levels = 3

type Placed = { node: ThreadNode; level: number; siblings: ThreadNode[] }

/**
 * Comments in thread order (a parent before its replies) as nested lists of at most three levels.
 * A reply whose parent is not among them stands at the top and names it by number.
 */
export function arrangeThreads(comments: PublicComment[]): ThreadNode[] {
  const top: ThreadNode[] = []
  const placed = new Map<number, Placed>()
  for (const comment of comments) {
    const parent = comment.parentNumber === null ? undefined : placed.get(comment.parentNumber)
    const level = parent ? Math.min(parent.level + 1, levels) : 1
    const siblings = !parent ? top : parent.level < levels ? parent.node.children : parent.siblings
    const node = { comment, replyTo: sayWhom(comment, parent, level), children: [] }
    siblings.push(node)
    placed.set(comment.number, { node, level, siblings })
  }
  return top
}

function sayWhom(comment: PublicComment, parent: Placed | undefined, level: number): ReplyTo | null {
  if (comment.parentNumber === null || comment.removed) return null
  if (!parent) return { number: comment.parentNumber, name: null, here: false }
  const { number, name, removed } = parent.node.comment
  // The third level is not indented on a phone, so it names its parent as well.
  return removed || level === levels ? { number, name: removed ? null : name, here: true } : null
}
