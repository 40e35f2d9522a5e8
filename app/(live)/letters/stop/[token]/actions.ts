'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readFields } from '@/app/_comments/read-field'
import { findFollow, resumeFollow, stopAllFollows, stopConversation } from '@/db/follows'
import { findLetterKey } from '@/db/letter-keys'
import { logFault } from '@/db/log-fault'
import { hashToken } from '@/lib/studio/token'

const schema = z.object({
  token: z.string().regex(/^[\w-]{1,100}$/),
  deed: z.enum(['stop', 'stop-all', 'resume']),
})

type Asked = z.output<typeof schema>

/**
 * Stops letters, or has them sent again, as was chosen on the page that a letter led to. Its token is the right to. Leads
 * back to the page, which says how it stands. Never throws for what a visitor can cause.
 */
export async function changeLetters(form: FormData): Promise<void> {
  const asked = schema.safeParse(readFields(form)).data
  if (!asked) redirect('/')
  const fault = await carryOut(asked)
  redirect(`/letters/stop/${asked.token}${fault === null ? '' : `?problem=${fault}`}`)
}

/** Gives the name that what went wrong has in the log; null when nothing did. */
async function carryOut({ token, deed }: Asked): Promise<string | null> {
  try {
    const id = await findLetterKey(hashToken(token), 'stop')
    const follow = id === null ? null : await findFollow(id)
    if (!follow) return null
    if (deed === 'stop') await stopConversation(follow.id)
    else if (deed === 'stop-all') await stopAllFollows(follow.guestKey)
    else await resumeFollow(follow.id)
    return null
  } catch (error) {
    return logFault('Letters were not stopped', error)
  }
}
