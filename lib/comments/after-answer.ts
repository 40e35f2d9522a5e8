import { type Verdict, withoutHints } from './decide'
import { akismetUnsure } from './decision'

type Placing = { status: Verdict['status']; reasons: string[] }

/**
 * Where a comment that waited for Akismet stands now that it has answered. `reasons` are those it waited for, and
 * `verdict` is what the rules say with the answer. It is published when it waited for that alone; what else held it,
 * as before an edit, goes on holding it.
 */
export function afterAnswer(reasons: string[], verdict: Placing): Placing {
  const others = reasons.filter((reason) => reason !== akismetUnsure)
  if (verdict.status === 'published' && withoutHints(others).length === 0) return verdict
  return {
    status: verdict.status === 'spam' ? 'spam' : 'held',
    reasons: [...new Set([...verdict.reasons, ...others])],
  }
}
