'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readField } from '@/app/_comments/read-field'
import { remakeRegulars } from '@/app/_comments/regulars'
import { remakePosts } from '@/app/_comments/remake-posts'
import { sayRefusal } from '@/app/studio/_inbox/say-refusal'
import { actAsAuthor } from '@/app/studio/act-as-author'
import { decideComments } from '@/db/decide-comments'
import { findPerson, listWaitingOf, setStanding } from '@/db/people'
import { forgetPerson } from '@/jobs/forget-person'
import { standings } from '@/lib/comments/decision'
import { peoplePath, personPath } from '@/lib/studio/people-query'

const key = z.string().min(1).max(200)
const decision = z.object({ key, standing: z.enum([...standings, 'none']) })
const erasure = z.object({ key, text: z.enum(['kept', 'removed']) })

/**
 * Trusts or blocks the person the form names, or leaves them to the rules again. What waits on the page of whom is blocked
 * goes to Spam; like every decision it stands in the log, and is taken back there.
 */
export async function decideStanding(_previous: unknown, form: unknown): Promise<string> {
  return actAsAuthor(async () => {
    const asked = decision.safeParse({ key: readField(form, 'key'), standing: readField(form, 'standing') })
    if (!asked.success || !(await findPerson(asked.data.key))) redirect(peoplePath({}))
    const { key, standing } = asked.data
    const posts = await setStanding(key, standing === 'none' ? null : standing)
    // Asked for after the block: what comes meanwhile is blocked already, or among these.
    const moved = await decideComments(standing === 'blocked' ? await listWaitingOf(key) : [], 'spam')
    await remakePosts([...posts, ...moved.posts])
    // Whom the author blocks is none of them, though no link of theirs is on a post.
    await remakeRegulars()
    const [refused] = moved.refused
    if (refused) return sayRefusal(refused)
    redirect(moved.changed.length > 0 ? `${personPath(key)}?moved=1` : personPath(key))
  })
}

/** Forgets the person the form names, with their text or without. */
export async function erase(_previous: unknown, form: unknown): Promise<string> {
  return actAsAuthor(async () => {
    const asked = erasure.safeParse({ key: readField(form, 'key'), text: readField(form, 'text') })
    if (!asked.success) redirect(peoplePath({}))
    const { posts, fault } = await forgetPerson(asked.data.key, asked.data.text, 'author')
    await remakePosts(posts)
    redirect(
      fault === null ? `${peoplePath({})}?erased=1` : `${personPath(asked.data.key)}/erase?left=${fault}`,
    )
  })
}
