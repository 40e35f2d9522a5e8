'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readFields } from '@/app/_comments/read-field'
import { sendLetters } from '@/app/_comments/send-letters'
import { confirmGuest } from '@/db/guests'
import { findLetterKey } from '@/db/letter-keys'
import { logFault } from '@/db/log-fault'
import { hashToken } from '@/lib/studio/token'

const schema = z.object({ token: z.string().regex(/^[\w-]{1,100}$/) })

/**
 * Somebody says yes on the page that a letter led to. Its token is their right to, so it matters not where the form was
 * sent from. Leads back to the page, which says how it stands. Never throws for what a visitor can cause.
 */
export async function confirm(form: FormData): Promise<void> {
  const asked = schema.safeParse(readFields(form)).data
  if (!asked) redirect('/')
  const fault = await confirmBy(asked.token)
  redirect(`/letters/confirm/${asked.token}${fault === null ? '' : `?problem=${fault}`}`)
}

/** Gives the name that what went wrong has in the log; null when nothing did. */
async function confirmBy(token: string): Promise<string | null> {
  try {
    const guestKey = await findLetterKey(hashToken(token), 'confirm')
    if (guestKey !== null) await confirmGuest(guestKey)
    sendLetters()
    return null
  } catch (error) {
    return logFault('An address was not confirmed', error)
  }
}
