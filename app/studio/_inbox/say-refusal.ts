import type { Refused } from '@/db/decide-comments'
import type { AnswerRefusal } from '@/db/insert-answer'
import type { UndoRefusal } from '@/db/undo-decisions'
import { findInLog } from '@/lib/words/name-fault'
import { words } from './act-words'

/** Why a comment was left as it is. */
export function sayRefusal(refused: Refused<AnswerRefusal | UndoRefusal>): string {
  return refused.why === 'unavailable' ? findInLog(words.unavailable, refused.fault) : words[refused.why]
}
