import { forgetOldWords, forgetWords, type Keeping, readWords } from '@/app/_comments/kept-words'
import { cleanBody } from '@/lib/comments/clean-text'
import type { ShownOwn } from './own-schema'

/** What of a comment says how an edit of it is kept; `secondsLeft` as of now. */
export type EditedOwn = Pick<ShownOwn, 'id' | 'body' | 'secondsLeft'>

const among = 'comment-edits'

/** How an edit is kept on this device: for as long as it can be saved. */
export function keepingOfEdit({ id, body, secondsLeft }: EditedOwn): Keeping {
  return { among, as: id, before: body, of: body, time: secondsLeft * 1000 }
}

/** True when words were typed here that could still be saved. */
export function hasKeptEdit(own: EditedOwn): boolean {
  forgetSavedEdit(own)
  return own.secondsLeft > 0 && readWords(keepingOfEdit(own)) !== null
}

/** The comment may have the words by now, from a form that leads to another page when it has saved them. */
export function forgetSavedEdit(own: EditedOwn): void {
  const kept = readWords(keepingOfEdit(own))
  if (kept && cleanBody(kept.text) === own.body) forgetEdit(own)
}

export function forgetEdit(own: EditedOwn): void {
  forgetWords(keepingOfEdit(own))
}

/** Takes the edits off this device whose time is over. */
export function forgetOldEdits(): void {
  forgetOldWords(among)
}
