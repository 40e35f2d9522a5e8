import { claimQuestions, dropQuestion, findUnsure, type Unsure } from '../db/akismet-questions'
import { getDb } from '../db/client'
import { describeError } from '../db/describe-error'
import { findRules } from '../db/settings'
import { isSeenToSettle, settleComment } from '../db/settle-comment'
import { afterAnswer } from '../lib/comments/after-answer'
import type { AkismetAnswer, AkismetQuestion } from '../lib/comments/ask-akismet'
import { rulesAsTheyCome } from '../lib/comments/site-rules'
import { judge } from './judge'

type Ask = (question: AkismetQuestion) => Promise<AkismetAnswer>

/** Each may take three seconds, and they are asked one after the other. */
const atOnce = 20
/** Who is silent about a comment for so long leaves it to the author. */
const mostAttempts = 2

/**
 * Asks Akismet once more about comments that wait for its answer and are due, from what is stored of them, and does as
 * it says. `permalinkOf` gives the address of a post by its id, null where there is none. Gives the ids of the posts
 * whose readers see something else now. Throws when the database does not answer at all.
 */
export async function askAgain(
  ask: Ask,
  permalinkOf: (postId: string) => string | null,
  db = getDb(),
): Promise<string[]> {
  const posts = new Set<string>()
  for (const { commentId, attempts } of await claimQuestions(atOnce, db)) {
    try {
      const unsure = await findUnsure(commentId, db)
      const answer = unsure && (await ask(toQuestion(unsure, permalinkOf(unsure.postId))))
      if (!unsure) await dropQuestion(commentId, db)
      else if (answer === 'unknown') {
        if (attempts >= mostAttempts) await dropQuestion(commentId, db)
      } else if (answer && (await settle(unsure, answer, db))) posts.add(unsure.postId)
    } catch (error) {
      // It is asked about again; what became of the others must be told.
      console.error(`A comment goes on waiting for Akismet: ${describeError(error)}`)
    }
  }
  return [...posts]
}

/** The address it came from and the browser are not stored, so they are not told. */
function toQuestion(unsure: Unsure, permalink: string | null): AkismetQuestion {
  const { name, email, website, body, isReply, createdAt } = unsure
  const rest = { network: null, userAgent: null, isEdited: false }
  return { name, email, website, body, isReply, writtenAt: createdAt, permalink, ...rest }
}

/** The rules look at it anew: since it came its writer may have been blocked. True when readers see something else now. */
async function settle(unsure: Unsure, answer: AkismetAnswer, db: ReturnType<typeof getDb>): Promise<boolean> {
  const { id, body } = unsure
  const unknown = { addressHash: null, trapFilled: false, elapsed: null, byAuthor: false }
  const rules = await findRules(rulesAsTheyCome, db)
  const { verdictWith } = await judge({ ...unsure, ...unknown, except: id }, rules, db)
  const settled = await settleComment(
    { id, body, isNoted: true },
    (reasons) => afterAnswer(reasons, verdictWith(answer)),
    db,
  )
  return settled !== null && isSeenToSettle(settled)
}
