import { hasWords, type Keeping, toTyped } from '@/app/_comments/kept-words'
import { forget, longestKept } from '@/app/_comments/on-device'
import type { Row } from './row'

const among = 'studio-words'
/** What answers somebody who wrote to the author alone is on nobody's device for longer than it takes to write. */
const letterTime = 24 * 60 * 60 * 1000

/** How what the author types beside a comment is kept on their device. */
export function keepingOf({ id, body, editedAt, letter }: Row, field: 'reply' | 'body'): Keeping {
  if (field === 'body')
    return { among, as: `edit ${id}`, before: toTyped(body), of: editedAt ?? '', time: longestKept }
  // An answer is one to the comment, however it is worded by now.
  return { among, as: `answer ${id}`, before: '', of: '', time: letter === null ? longestKept : letterTime }
}

/** Whether anything the author typed waits on this device to be sent. */
export function hasUnsentWords(): boolean {
  return hasWords(among)
}

export function forgetAllWords(): void {
  forget(among)
}
