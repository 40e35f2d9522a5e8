import type { Case } from '@/db/case-columns'
import { listLastDecisions } from '@/db/decisions'
import { findCase } from '@/db/find-comments'
import { findLetterKey } from '@/db/letter-keys'
import { readOrLog, type Unread } from '@/db/read-or-log'
import { hashToken } from '@/lib/studio/token'

/** What a letter asks the author about. */
export type Asked = {
  comment: Case
  /** The author has decided about it, and can take that back. */
  isDecided: boolean
}

/** What the token of a letter is about; null when it opens nothing, or nothing any more. */
export function findAsked(token: string): Promise<Asked | Unread | null> {
  return readOrLog('The page of a letter could not be read', async () => {
    const id = await findLetterKey(hashToken(token), 'decide')
    const comment = id === null ? null : await findCase(id)
    if (!comment || comment.isTakenBack || comment.body === '') return null
    return { comment, isDecided: (await listLastDecisions([comment.id])).length > 0 }
  })
}
