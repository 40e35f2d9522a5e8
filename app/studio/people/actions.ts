'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readField } from '@/app/_comments/read-field'
import { remakeRegulars } from '@/app/_comments/regulars'
import { remakePosts } from '@/app/_comments/remake-posts'
import { actAsAuthor } from '@/app/studio/act-as-author'
import { findPerson, setStanding } from '@/db/people'
import { forgetPerson } from '@/jobs/forget-person'
import { standings } from '@/lib/comments/decision'
import { peoplePath, personPath } from '@/lib/studio/people-query'

const key = z.string().min(1).max(200)
const decision = z.object({ key, standing: z.enum([...standings, 'none']) })
const erasure = z.object({ key, text: z.enum(['kept', 'removed']) })

/** Trusts or blocks the person the form names, or leaves them to the rules again. */
export async function decideStanding(_previous: unknown, form: unknown): Promise<string> {
  return actAsAuthor(async () => {
    const asked = decision.safeParse({ key: readField(form, 'key'), standing: readField(form, 'standing') })
    if (!asked.success || !(await findPerson(asked.data.key))) redirect(peoplePath({}))
    const { key, standing } = asked.data
    await remakePosts(await setStanding(key, standing === 'none' ? null : standing))
    // Whom the author blocks is none of them, though no link of theirs is on a post.
    await remakeRegulars()
    redirect(personPath(key))
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
