'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { readField } from '@/app/_comments/read-field'
import { countGuess } from '@/app/studio/count-guess'
import type { FormProblem } from '@/app/studio/form-problem'
import { startSession } from '@/app/studio/start-session'
import { words } from '@/app/studio/words'
import { logFault } from '@/db/log-fault'
import { findPasswordHash } from '@/db/studio-keys'
import { env } from '@/lib/env'
import { isOwnRequest } from '@/lib/http/own-request'
import { isPassword } from '@/lib/studio/password'
import { studioPath } from '@/lib/studio/studio-path'
import { findInLog } from '@/lib/words/name-fault'

/** Signs the author in and sends them where they wanted to go, or says what is wrong. Never throws for what a visitor can cause. */
export async function signIn(_previous: unknown, form: unknown): Promise<FormProblem | null> {
  const problem = await trySignIn(readField(form, 'password'))
  if (problem) return problem
  redirect(studioPath(readField(form, 'next')))
}

async function trySignIn(typed: string): Promise<FormProblem | null> {
  if (!isOwnRequest(await headers(), env.SITE_URL)) return { field: null, message: words.foreign }
  if (typed === '') return { field: 'password', message: words.noPassword }
  try {
    if (!(await countGuess())) return { field: null, message: words.guessedTooOften }
    const stored = await findPasswordHash()
    const isRight = await isPassword(typed, stored)
    if (stored !== null && isRight && (await startSession(stored))) return null
    return { field: 'password', message: words.wrongPassword }
  } catch (error) {
    const fault = logFault('Nobody could be signed in', error)
    return { field: null, message: findInLog(words.unavailable, fault) }
  }
}
