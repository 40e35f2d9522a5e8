import type { CommentStatus, LatestPost } from './comment'
import type { RuleName } from './decide'

/** Why a comment waits that Akismet was asked about, until it says what it thinks. */
export const akismetUnsure = 'akismet-unsure' satisfies RuleName

/** What the inbox counts and picks out beside the rules, and is none: that a comment is for the author alone. */
export const forAuthorAlone = 'for-author'

export const latestPostVerbs = ['show-latest', 'drop-latest'] as const

/** What the author can do about a latest post that is held: have it shown again as it was, or leave it out for good. */
export type LatestPostVerb = (typeof latestPostVerbs)[number]

export const decisionVerbs = [
  'publish',
  'hold',
  'spam',
  'remove',
  'edit',
  'answer',
  'read',
  ...latestPostVerbs,
] as const

/**
 * What was done to a comment, to the latest post under it, or in `answer` said to its writer, by letter alone. `read` is
 * about what was written for the author alone: it is kept, and waits no more.
 */
export type DecisionVerb = (typeof decisionVerbs)[number]

export const decisionMakers = ['rules', 'writer', 'author'] as const

/** The rules on arrival and on every edit, the one who wrote it, or the author of the blog. */
export type DecisionMaker = (typeof decisionMakers)[number]

export const standings = ['trusted', 'blocked'] as const

/**
 * What a trusted person writes is published, what a blocked one writes is held as probable spam, and never refused: their
 * address may have been typed by somebody else.
 */
export type Standing = (typeof standings)[number]

/** All of a comment that a decision can change, as it was before; times in ISO 8601. */
export type StateBefore = {
  status: CommentStatus
  reasons: string[]
  body: string
  publishedAt: string | null
  editedAt: string | null
  removedAt: string | null
  /** Kept of a decision about it alone: all others leave it as a look at its page has found it. */
  latestPost?: LatestPost
}
