'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { lookAfterLatestPosts } from '@/app/_comments/look-after-latest-posts'
import { readFields } from '@/app/_comments/read-field'
import { remakePosts } from '@/app/_comments/remake-posts'
import { sendLetters } from '@/app/_comments/send-letters'
import { decideAsRead, decideComments } from '@/db/decide-comments'
import { listLastDecisions } from '@/db/decisions'
import { findLetterKey } from '@/db/letter-keys'
import { logFault } from '@/db/log-fault'
import { undoDecisions } from '@/db/undo-decisions'
import { hashToken } from '@/lib/studio/token'

const schema = z.object({
  token: z.string().regex(/^[\w-]{1,100}$/),
  verb: z.enum(['publish', 'spam', 'remove', 'undo']),
  /** When the text was changed that the author has read; empty: never. */
  edited: z.string().catch(''),
})

type Asked = z.output<typeof schema>

/**
 * Does what the author chose on the page that a letter led to. The token in its address is their right to, and enough:
 * nobody else can name it, so the form needs no sign-in, and is none another site could send. Leads back to the page, which
 * says how it stands. Never throws for what a visitor can cause.
 */
export async function decide(form: FormData): Promise<void> {
  const asked = schema.safeParse(readFields(form)).data
  if (!asked) redirect('/studio')
  const problem = await carryOut(asked)
  redirect(`/letters/decide/${asked.token}${problem === null ? '' : `?problem=${problem}`}`)
}

/**
 * `changed` when another text would be published than the one that was read; when it could not be done just now, the name
 * that this has in the log. What is not open to this token, or was so already, needs no doing.
 */
async function carryOut({ token, verb, edited }: Asked): Promise<string | null> {
  try {
    const id = await findLetterKey(hashToken(token), 'decide')
    if (id === null) return null
    const { posts, refused } = await (verb === 'undo'
      ? undoDecisions(await listLastDecisions([id]))
      : verb === 'publish'
        ? decideAsRead('publish', new Map([[id, edited || null]]))
        : decideComments([id], verb))
    await remakePosts(posts)
    sendLetters()
    // As in the inbox: what comes out of the spam has waited for its writer's latest post.
    if (verb === 'publish') lookAfterLatestPosts()
    // What was decided since stands on the page; only a database that is away is worth another try.
    const [first] = refused
    if (first?.why === 'changed') return 'changed'
    return first?.why === 'unavailable' ? first.fault : null
  } catch (error) {
    return logFault('What a letter asked for was not done', error)
  }
}
