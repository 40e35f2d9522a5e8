'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readField } from '@/app/_comments/read-field'
import type { FormProblem } from '@/app/studio/form-problem'
import { startSession } from '@/app/studio/start-session'
import { words } from '@/app/studio/words'
import { logFault } from '@/db/log-fault'
import { acceptInvitation, isInvitationOpen } from '@/db/studio-keys'
import { env } from '@/lib/env'
import { isOwnRequest } from '@/lib/http/own-request'
import { findPasswordFault, hashPassword } from '@/lib/studio/password'
import { hashToken } from '@/lib/studio/token'
import { findInLog } from '@/lib/words/name-fault'

/** Sets the password by the one-time address, once, and signs the author in. Never throws for what a visitor can cause. */
export async function setPassword(_previous: unknown, form: unknown): Promise<FormProblem | null> {
  const problem = await trySetPassword(
    readField(form, 'token'),
    readField(form, 'password'),
    readField(form, 'again'),
  )
  if (problem) return problem
  redirect('/studio')
}

async function trySetPassword(token: string, password: string, again: string): Promise<FormProblem | null> {
  if (!isOwnRequest(await headers(), env.SITE_URL)) return { field: null, message: words.foreign }
  const fault = findPasswordFault(password)
  if (fault) return { field: 'password', message: words[fault] }
  if (again !== password) return { field: 'again', message: words.different }
  try {
    const address = hashToken(token)
    // Asked first, as hashing a password is work that no stranger may ask for.
    if (!(await isInvitationOpen(address))) return { field: null, message: words.addressUsed }
    const hash = await hashPassword(password)
    const isDone = (await acceptInvitation(address, hash)) && (await startSession(hash))
    return isDone ? null : { field: null, message: words.addressUsed }
  } catch (error) {
    const fault = logFault('The password could not be set', error)
    return { field: null, message: findInLog(words.unavailable, fault) }
  }
}
