import { words } from './act-words'
import { keepingOf } from './keeping-of'
import { articleOf } from './move-focus'
import type { Row } from './row'

/** The field beside a comment with words that were not sent, and what to say of them; null without any. */
export function findUnsentField(row: Row): { field: HTMLTextAreaElement; problem: string } | null {
  for (const name of ['reply', 'body'] as const) {
    const field = articleOf(row.id)?.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)
    if (field && field.value.trim() !== keepingOf(row, name).before.trim())
      return { field, problem: name === 'reply' ? words.unsent : words.unsaved }
  }
  return null
}
