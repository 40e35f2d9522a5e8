import { hashText } from '@/lib/comments/hash-text'
import { words } from './act-words'
import type { ActForm } from './read-act'
import type { Mistake } from './typed-field'

/**
 * What is typed beside a comment and is no part of what is asked for: whatever is done takes its row away or makes it
 * anew, and those words with it. Null when there is nothing of that kind.
 */
export function findUnsent({ verb, reply, body, was }: ActForm): Mistake | null {
  if (verb !== 'reply' && verb !== 'answer' && reply.trim() !== '')
    return { field: 'reply', problem: words.unsent }
  // A form without a field for the text sends none. Its writer may have changed it since: that is not what was typed here.
  if (verb === 'edit' || body.trim() === '' || hashText(body) === was) return null
  return { field: 'body', problem: words.unsaved }
}
