'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readField } from '@/app/_comments/read-field'
import { remakePosts } from '@/app/_comments/remake-posts'
import { actAsAuthor } from '@/app/studio/act-as-author'
import { savePause, saveRules } from '@/db/settings'
import { listPosts } from '@/lib/posts/list-posts'
import type { RulesState } from './rules-state'

const count = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const list = z.string().max(60_000)
const pause = z.enum(['on', 'off'])
const schema = z.object({
  holdFirst: z.boolean(),
  links: count,
  floodCount: count,
  floodMinutes: count,
  quickest: z.coerce.number().min(0).max(3600),
  holdWords: list,
  spamWords: list,
})

/** Keeps the rules as the form has them, or gives them back with what is wrong. */
export async function keepRules(_previous: unknown, form: unknown): Promise<RulesState> {
  const typed = readRules(form)
  const problem = await actAsAuthor(async () => {
    const parsed = schema.safeParse(typed)
    if (!parsed.success) return 'Enter whole numbers from 1 on, and lists of 60,000 characters at most.'
    const { floodCount, floodMinutes, quickest, ...rules } = parsed.data
    await saveRules({
      ...rules,
      quickest: Math.round(quickest * 1000),
      flood: { count: floodCount, minutes: floodMinutes },
    })
    redirect('/studio/rules?kept=rules')
  })
  return { problem, typed }
}

/** Stops comments on all posts, or lets them in again, and makes every post's page again. */
export async function keepPause(_previous: unknown, form: unknown): Promise<string> {
  return actAsAuthor(async () => {
    const asked = pause.safeParse(readField(form, 'pause'))
    if (!asked.success) redirect('/studio/rules')
    await savePause(asked.data === 'on')
    await remakePosts((await listPosts()).map(({ id }) => id))
    redirect('/studio/rules?kept=pause')
  })
}

function readRules(form: unknown) {
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
