import type { CommentStatus } from './comment'

/** Where a comment stands, and by which rules. */
export type Placing = { status: CommentStatus; reasons: string[] }

/**
 * Where a comment stands after its writer changed it and the rules saw the new text. They may take back what is
 * published; what waits goes on waiting, for the reasons it had as well: an edit is no way past the author.
 */
export function afterEdit(before: Placing, verdict: Placing): Placing {
  if (before.status === 'published') return verdict
  const isSpam = before.status === 'spam' || verdict.status === 'spam'
  return {
    status: isSpam ? 'spam' : 'held',
    reasons: [...new Set([...before.reasons, ...verdict.reasons])],
  }
}
