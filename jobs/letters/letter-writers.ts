import type { Letter } from '../../lib/mail/letter'
import type { LetterKind, LetterWorks } from '../../lib/mail/letter-work'
import { writeAnswerLetter } from './write-answer-letter'
import { writeAuthorLetter } from './write-author-letter'
import { writeConfirmLetter } from './write-confirm-letter'
import { writeOwnLetter } from './write-own-letter'
import { writeToldLetter } from './write-told-letter'

/**
 * Writes letters of one kind from what is true now; null when there is nothing to say any more. Throws when the database
 * does not answer.
 */
export type LetterWriter<Kind extends LetterKind> = (work: LetterWorks[Kind]) => Promise<Letter | null>

export type LetterWriters = { [Kind in LetterKind]?: LetterWriter<Kind> }

/** Who writes which letters. A kind that is not here stays in the outbox. */
export const letterWriters: LetterWriters = {
  author: writeAuthorLetter,
  confirm: writeConfirmLetter,
  published: writeToldLetter,
  reply: writeToldLetter,
  followed: writeToldLetter,
  answer: writeAnswerLetter,
  own: writeOwnLetter,
}

/** Has a letter written by who writes its kind; null as they give it, and for a kind nobody writes. */
export async function writeLetter<Kind extends LetterKind>(
  kind: Kind,
  work: LetterWorks[Kind],
  writers: LetterWriters,
): Promise<Letter | null> {
  return (await writers[kind]?.(work)) ?? null
}
