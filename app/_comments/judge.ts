import { findFacts } from '@/db/find-facts'
import { findRules } from '@/db/settings'
import { type CommentFacts, decide, type Verdict } from '@/lib/comments/decide'
import { rulesAsTheyCome, toRules } from '@/lib/comments/site-rules'

type Judged = Pick<CommentFacts, 'name' | 'website' | 'body' | 'trapFilled' | 'elapsed'> & {
  emailHash: string | null
  writerHash: string | null
  addressHash: string | null
  byAuthor: boolean
  /** The id of a comment that is stored already and was changed. */
  except?: string
}

/** Has the author's rules decide about a text that was just sent. Throws when the database does not answer. */
export async function judge(comment: Judged): Promise<Verdict> {
  const rules = await findRules(rulesAsTheyCome)
  const facts = await findFacts(comment, rules.flood.minutes)
  return decide(
    { ...comment, ...facts, ...(comment.byAuthor && { writer: 'author' }), akismet: null },
    toRules(rules),
  )
}
