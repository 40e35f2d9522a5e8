import type { ReactNode } from 'react'
import type { InboxPlace } from '@/lib/studio/inbox-query'

/** The id of the form beside a comment. */
export function caseFormId(commentId: string): string {
  return `do-${commentId}`
}

/** One comment in the inbox, as the script there needs it. */
export type Row = {
  id: string
  /** Where it stands in the order of the list: the lowest first. */
  rank: number
  name: string
  status: InboxPlace
  /** False for what is for the author alone. */
  canPublish: boolean
  /** Of what is for the author alone, whether it can be answered by letter, or why it cannot; null for all else. */
  letter: 'confirmed' | 'unconfirmed' | 'stopped' | 'no-address' | 'no-mail' | null
  /** How many letters answer it. */
  answers: number
  /** False for what its writer deleted. */
  canDecide: boolean
  /** False for who is trusted already, or cannot be known again. */
  canTrust: boolean
  body: string
  /** The `hashText` of that. */
  hash: string
  /** When that was last changed, as ISO 8601; null: never. */
  editedAt: string | null
  /** All that is read of it. */
  view: ReactNode
}
