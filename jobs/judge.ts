import { type Db, getDb } from '../db/client'
import { type FoundFacts, findFacts } from '../db/find-facts'
import { findOrMakeSecret } from '../db/secrets'
import type { CommentStatus } from '../lib/comments/comment'
import { type CommentFacts, decide, isForAkismet, type Verdict } from '../lib/comments/decide'
import { type KeptRules, toRules } from '../lib/comments/site-rules'
import { keyedHash } from '../lib/http/keyed-hash'
import { mailFrom } from '../lib/mail/mail-from'

type Judged = Pick<CommentFacts, 'name' | 'website' | 'body' | 'trapFilled' | 'elapsed'> & {
  emailHash: string | null
  writerHash: string | null
  addressHash: string | null
  byAuthor: boolean
  /** The id of a comment that is stored already and was changed, or is looked at once more. */
  except?: string
}

export type Judgement = {
  /** What the rules say by themselves. */
  verdict: Verdict
  /** Whether Akismet is to be asked about a comment that stands so without its answer. */
  isForAkismet: (placed: { status: CommentStatus; reasons: string[] }) => boolean
  /** What the rules say with Akismet's answer. */
  verdictWith: (akismet: CommentFacts['akismet']) => Verdict
}

/** Has the author's rules, as they are kept, decide about a text. Throws when the database does not answer. */
export async function judge(comment: Judged, kept: KeptRules, db = getDb()): Promise<Judgement> {
  return judgeByFacts(comment, await findFacts(comment, kept.flood.minutes, db), kept, db)
}

/** As `judge`, with what the rows say (`findFacts`) known already. */
export async function judgeByFacts(
  comment: Judged,
  found: FoundFacts,
  kept: KeptRules,
  db = getDb(),
): Promise<Judgement> {
  const isAuthorsAddress = comment.emailHash !== null && comment.emailHash === (await hashOfAuthor(db))
  const facts = {
    ...comment,
    ...found,
    isAuthorsAddress,
    ...(comment.byAuthor && { writer: 'author' as const }),
  }
  const rules = toRules(kept)
  const verdictWith = (akismet: CommentFacts['akismet']) => decide({ ...facts, akismet }, rules)
  return {
    verdict: verdictWith(null),
    isForAkismet: (placed) => isForAkismet(facts.writer, placed),
    verdictWith,
  }
}

/** Of the author's own address, as of those that are typed (`comment_contacts`). */
async function hashOfAuthor(db: Db): Promise<string> {
  return keyedHash(await findOrMakeSecret('people', db), mailFrom.address.toLowerCase())
}
