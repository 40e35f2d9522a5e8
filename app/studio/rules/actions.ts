'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readField } from '@/app/_comments/read-field'
import { remakeEveryPost } from '@/app/_comments/remake-post'
import { actAsAuthor } from '@/app/studio/act-as-author'
import { savePause, saveRules } from '@/db/settings'
import { checkRules, type TypedRules } from '@/lib/studio/check-rules'
import type { RulesState } from './rules-state'

const pause = z.enum(['on', 'off'])

/** Keeps the rules as the form has them, or gives them back with what is wrong. */
export async function keepRules(_previous: unknown, form: unknown): Promise<RulesState> {
  const typed = readRules(form)
  const wrong = await actAsAuthor(async () => {
    const checked = checkRules(typed)
    if (!checked.ok) return checked.problems
    await saveRules(checked.rules)
    redirect('/studio/rules?kept=rules#kept')
  })
  return { problems: typeof wrong === 'string' ? [{ field: null, message: wrong }] : wrong, typed }
}

/** Stops comments on all posts, or lets them in again, and makes every post's page again. */
export async function keepPause(_previous: unknown, form: unknown): Promise<string> {
  return actAsAuthor(async () => {
    const asked = pause.safeParse(readField(form, 'pause'))
    if (!asked.success) redirect('/studio/rules')
    await savePause(asked.data === 'on')
    await remakeEveryPost()
    redirect('/studio/rules?kept=pause')
  })
}

function readRules(form: unknown): TypedRules {
  const text = (name: string) => readField(form, name).replace(/\r\n?/g, '\n')
  return {
    holdFirst: text('holdFirst') !== '',
    links: text('links'),
    floodCount: text('floodCount'),
    floodMinutes: text('floodMinutes'),
    quickest: text('quickest'),
    holdWords: text('holdWords'),
    spamWords: text('spamWords'),
  }
}
