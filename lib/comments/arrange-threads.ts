import type { PublicComment } from './comment'

/** Whom a comment answers, where its place alone does not say it. `name` is null when that comment was removed or waits; `here` is false when it stands on another page. */
export type ReplyTo = { number: number; name: string | null; here: boolean }

export type ThreadNode = { comment: PublicComment; replyTo: ReplyTo | null; children: ThreadNode[] }

/** Replies are indented up to this level; deeper ones stay there and say whom they answer. */
const levels = 3

type Placed = { node: ThreadNode; level: number; siblings: ThreadNode[] }

/**
 * Comments in thread order (a parent before its replies) as nested lists of at most three levels.
 * A reply whose parent does not stand before it begins a list of its own and names that parent: a page that goes on
 * with a thread, or shows the newest first. `top` is the level of such lists, 2 for what goes on within a thread.
 */
export function arrangeThreads(comments: PublicComment[], top = 1): ThreadNode[] {
  const first: ThreadNode[] = []
  const placed = new Map<number, Placed>()
  const here = new Set(comments.map(({ number }) => number))
  for (const comment of comments) {
    const parent = comment.parentNumber === null ? undefined : placed.get(comment.parentNumber)
    const level = parent ? Math.min(parent.level + 1, levels) : top
    const siblings = !parent ? first : parent.level < levels ? parent.node.children : parent.siblings
    const node = { comment, replyTo: sayWhom(comment, parent, level, here), children: [] }
    siblings.push(node)
    placed.set(comment.number, { node, level, siblings })
  }
  return first
}

function sayWhom(
  { parentNumber, parentName, removed }: PublicComment,
  parent: Placed | undefined,
  level: number,
  here: Set<number>,
): ReplyTo | null {
  if (parentNumber === null || removed) return null
  // The third level is not indented on a phone, so it names its parent as well.
  const isPlain = parent !== undefined && parentName !== null && level < levels
  return isPlain ? null : { number: parentNumber, name: parentName, here: here.has(parentNumber) }
}
