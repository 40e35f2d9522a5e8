import type { CommentStatus } from './comment'
import type { Rules, Writer } from './decide'

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

/**
 * What an edit makes of a published comment, as far as it can be told before a word of it is known. `writer` is who they
 * are by their other comments: with none published a first comment is one again, whatever it says by then.
 */
export function foreseeEdit(
  writer: Writer,
  { holdFirst }: Pick<Rules, 'holdFirst'>,
): 'stays' | 'may-wait' | 'waits' {
  if (writer === 'author' || writer === 'trusted') return 'stays'
  return writer === 'blocked' || (writer === 'new' && holdFirst) ? 'waits' : 'may-wait'
}
