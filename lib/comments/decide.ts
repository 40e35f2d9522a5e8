import type { Site } from '../site'
import type { CommentStatus } from './comment'

/** What is known of a comment before it is stored. */
export type CommentFacts = {
  /** True when the field no person sees was filled in. */
  trapFilled: boolean
  /** Milliseconds on the form; null when no script measured it, which says nothing. */
  elapsed: number | null
}

export type Reason = 'trap' | 'quick'

export type Verdict = { status: Extract<CommentStatus, 'published' | 'held' | 'spam'>; reasons: Reason[] }

type Rule = {
  reason: Reason
  /** False for a mere hint: it is named beside a reason that holds, and holds nothing by itself. */
  holds: boolean
  applies: (facts: CommentFacts, settings: Settings) => boolean
}

type Settings = Pick<Site['comments'], 'quickest'>

const rules: Rule[] = [
  { reason: 'trap', holds: true, applies: (facts) => facts.trapFilled },
  {
    reason: 'quick',
    holds: false,
    applies: ({ elapsed }, { quickest }) => elapsed !== null && elapsed < quickest,
  },
]

/** Publish, hold, or call it spam, and why: nothing is ever dropped. Reasons are empty for a published comment. */
export function decide(facts: CommentFacts, settings: Settings): Verdict {
  const found = rules.filter((rule) => rule.applies(facts, settings))
  if (!found.some((rule) => rule.holds)) return { status: 'published', reasons: [] }
  return { status: 'held', reasons: found.map((rule) => rule.reason) }
}
