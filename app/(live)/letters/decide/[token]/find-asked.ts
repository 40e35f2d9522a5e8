import type { Case } from '@/db/case-columns'
import { listLastDecisions } from '@/db/decisions'
import { describeError } from '@/db/describe-error'
import { findCase } from '@/db/find-comments'
import { findLetterKey } from '@/db/letter-keys'
import { hashToken } from '@/lib/studio/token'

/** What a letter asks the author about. */
export type Asked = {
  comment: Case
  /** The author has decided about it, and can take that back. */
  isDecided: boolean
}

/**
 * What the token of a letter is about; `closed` when it opens nothing, or nothing any more, `unread` when that cannot be
 * looked up. An error that was thrown here would be logged with the address.
 */
export async function findAsked(token: string): Promise<Asked | 'closed' | 'unread'> {
  try {
    const id = await findLetterKey(hashToken(token), 'decide')
    const comment = id === null ? null : await findCase(id)
    if (!comment || comment.isTakenBack || comment.body === '') return 'closed'
    return { comment, isDecided: (await listLastDecisions([comment.id])).length > 0 }
  } catch (error) {
    console.error(`The page of a letter could not be read: ${describeError(error)}`)
    return 'unread'
  }
}
