import { getDb } from '../db/client'
import { findFacts } from '../db/find-facts'
import { findOwnForRules, type OwnComment, type Owner } from '../db/own-comments'
import { findRules } from '../db/settings'
import { foreseeEdit } from '../lib/comments/after-edit'
import { rulesAsTheyCome } from '../lib/comments/site-rules'

/**
 * What an edit would make of a comment of this owner, by the rules and its writer's standing as they are now. One that
 * is not published, or cannot be changed any more, `stays`. Throws when the database does not answer.
 */
export async function lookBeforeEdit(
  { id, postId, status, secondsLeft, byAuthor, name, body }: OwnComment,
  owner: Owner,
  db = getDb(),
): Promise<ReturnType<typeof foreseeEdit>> {
  if (status !== 'published' || secondsLeft === 0 || byAuthor) return 'stays'
  const [rules, forRules] = await Promise.all([
    findRules(rulesAsTheyCome, db),
    findOwnForRules({ postId, id, ...owner }, db),
  ])
  if (!forRules) return 'stays'
  const { emailHash, writerHash } = forRules
  const { writer } = await findFacts(
    { name, body, emailHash, writerHash, addressHash: null, except: id },
    rules.flood.minutes,
    db,
  )
  return foreseeEdit(writer, rules)
}
