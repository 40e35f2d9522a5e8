'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { findClosedNow } from '@/app/_comments/find-closed'
import { hashAddress } from '@/app/_comments/hash-address'
import type { OwnState } from '@/app/_comments/own/own-state'
import { ownWords } from '@/app/_comments/own/own-words'
import { storeEdit } from '@/app/_comments/own/store-edit'
import { readField } from '@/app/_comments/read-field'
import { remakeRegulars } from '@/app/_comments/regulars'
import { remakePosts } from '@/app/_comments/remake-posts'
import { sendLetters } from '@/app/_comments/send-letters'
import { words } from '@/app/_comments/words'
import { site } from '@/content/site'
import { askForOwn } from '@/db/ask-for-own'
import { removeOwn } from '@/db/change-own'
import { describeError } from '@/db/describe-error'
import { findFollow, stopAllFollows, stopFollow } from '@/db/follows'
import { logFault } from '@/db/log-fault'
import { findMyComment, setListed } from '@/db/my-comments'
import { bucketsOfAddress, countAgainst, forgetCounts } from '@/db/rate-limits'
import { removeFeedKey, replaceFeedKey } from '@/db/replies-feed'
import { findOrMakeSecret } from '@/db/secrets'
import { insertVisit, removeVisit } from '@/db/visits'
import { forgetPerson } from '@/jobs/forget-person'
import { checkEmail } from '@/lib/comments/fields'
import { honeypotField } from '@/lib/comments/honeypot'
import { parseEdit } from '@/lib/comments/own-form'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/http/keyed-hash'
import { isOwnRequest } from '@/lib/http/own-request'
import { findPostById } from '@/lib/posts/find-post'
import { hashToken, makeToken } from '@/lib/studio/token'
import { nameFault } from '@/lib/words/name-fault'
import type { AskState } from './ask-form'
import { myWords } from './my-words'
import {
  actAsGuest,
  findActingGuest,
  forgetVisit,
  keepFeedToken,
  keepVisit,
  myPath,
  readVisitHash,
} from './visit'

/**
 * Asks for the letter with the way in. Every address is answered alike and as soon: whether there is anything under it
 * is looked up afterwards.
 */
export async function askForWay(_previous: AskState, form: FormData): Promise<AskState> {
  const typed = readField(form, 'email')
  const failed = (message: string): AskState => ({ message, email: typed.slice(0, 1000) })
  if (!isOwnRequest(await headers(), env.SITE_URL)) return failed(myWords.foreign)
  const email = checkEmail(typed, site.comments.lengths)
  if (!email.ok) return failed(email.message)
  if (email.value === null) return failed(myWords.noEmail)
  try {
    if (!(await isWithinLimits())) return failed(myWords.limited)
    const key = keyedHash(await findOrMakeSecret('people'), email.value.toLowerCase())
    after(() => writeLetter(key))
  } catch (error) {
    return failed(
      nameFault(myWords.unavailable, logFault("The way to one's own comments was not asked for", error)),
    )
  }
  redirect(`${myPath}?asked=1`)
}

async function isWithinLimits(): Promise<boolean> {
  if (env.COMMENT_LIMITS === 'off') return true
  const { limits } = site.comments
  const addressHash = await hashAddress()
  if (addressHash !== null && !(await countAgainst(bucketsOfAddress(addressHash).ways, limits.address)))
    return false
  return countAgainst('ways asked for on the site', limits.site)
}

async function writeLetter(key: string): Promise<void> {
  try {
    if (await askForOwn(key)) sendLetters()
  } catch (error) {
    console.error(`A letter with the way to one's own comments was not noted: ${describeError(error)}`)
  }
}

/** Opens what the letter with this token leads to, on this browser, for an hour. */
export async function openComments(_previous: unknown, form: FormData): Promise<string> {
  if (!isOwnRequest(await headers(), env.SITE_URL)) return myWords.foreign
  const token = makeToken()
  try {
    if (!(await insertVisit(hashToken(readField(form, 'token')), hashToken(token)))) return myWords.over
  } catch (error) {
    return nameFault(myWords.unavailable, logFault("A guest's comments were not opened", error))
  }
  await keepVisit(token)
  redirect(myPath)
}

/** Ends the visit of this browser. */
export async function leave(): Promise<string> {
  return actAsGuest(async () => {
    const hash = await readVisitHash()
    if (hash !== null) await removeVisit(hash)
    await forgetVisit()
    redirect(myPath)
  })
}

/**
 * Gives a comment of this guest another text, by the same rules as in the browser that wrote it. Whoever may not is led
 * nowhere else: what they typed would be lost.
 */
export async function editMine(_previous: OwnState, form: FormData): Promise<OwnState> {
  const parsed = parseEdit(form, site.comments.lengths)
  const { body } = parsed
  const refused = (message: string): OwnState => ({ status: 'refused', message, body })
  const notSaved = (fault: string): OwnState => ({
    status: 'failed',
    message: nameFault(ownWords.notSaved, fault),
    body,
  })
  if (!isOwnRequest(await headers(), env.SITE_URL)) return refused(myWords.foreign)
  if (parsed.status === 'malformed') return refused(parsed.tooLong ? words.tooLong : words.malformed)
  if (parsed.status === 'invalid') return { status: 'invalid', message: parsed.error, body }
  const { id } = parsed.input
  try {
    const guest = await findActingGuest()
    if (!guest) return refused(myWords.visitOver)
    const own = await findMyComment(guest.key, id)
    if (!own) return refused(words.malformed)
    const post = await findPostById(own.postId)
    if (!post) return refused(words.postGone)
    const closed = await findClosedNow(post)
    if (closed !== null) return refused(closed)
    const key = { postId: own.postId, id, guestKey: guest.key }
    const edit = { body: parsed.input.body, trapFilled: parsed.input[honeypotField] }
    const result = await storeEdit(post, key, edit)
    if (!result.ok) {
      if (result.reason === 'unavailable') return notSaved(result.fault)
      return refused(refusals[result.reason])
    }
    if (result.seen) await remakePosts([own.postId])
    redirect(`${myPath}#own-${id}`)
  } catch (error) {
    unstable_rethrow(error)
    return notSaved(logFault("A guest's comment was not changed", error))
  }
}

const refusals = {
  'not-yours': words.malformed,
  'too-late': ownWords.tooLate,
  removed: ownWords.removed,
  limited: ownWords.limited,
} as const

/** Deletes a comment of this guest, whenever it was written. Deleting what is gone is no mistake. */
export async function deleteMine(_previous: unknown, form: FormData): Promise<string> {
  return actAsGuest(async (guest) => {
    const id = z.uuid().safeParse(readField(form, 'id')).data
    const own = id === undefined ? null : await findMyComment(guest.key, id)
    if (!own) redirect(myPath)
    const { postId } = own
    const result = await removeOwn({ postId, id: own.id, guestKey: guest.key })
    if (!result.ok && result.reason === 'unavailable') return nameFault(ownWords.notDeleted, result.fault)
    if (result.ok && result.seen) await remakePosts([postId])
    redirect(myPath)
  })
}

/** Stops one kind of letter, or all of them. */
export async function stopLetters(_previous: unknown, form: FormData): Promise<string> {
  return actAsGuest(async (guest) => {
    const which = readField(form, 'follow')
    const id = z.uuid().safeParse(which).data
    if (which === 'all') await stopAllFollows(guest.key)
    else if (id !== undefined && (await findFollow(id))?.guestKey === guest.key) await stopFollow(id)
    return backTo('letters')
  })
}

/** Names this guest among the regulars, or does so no more. */
export async function changeListing(_previous: unknown, form: FormData): Promise<string> {
  return actAsGuest(async (guest) => {
    await setListed(guest.key, readField(form, 'listed') === 'yes')
    await remakeRegulars()
    return backTo('regulars')
  })
}

/**
 * Shows a guest's page as it stands now. A plain form is sent there (303), so that a reload does nothing again; with
 * scripts Next takes a redirect to another part of the same page for none at all.
 */
async function backTo(part: string): Promise<string> {
  if (!(await headers()).has('next-action')) redirect(`${myPath}#${part}`)
  refresh()
  return ''
}

/** Makes the address at which the replies to this guest are a feed, and ends the one before. */
export async function makeFeed(): Promise<string> {
  return actAsGuest(async (guest) => {
    const token = makeToken()
    await replaceFeedKey(guest.key, hashToken(token))
    await keepFeedToken(token)
    return backTo('feed')
  })
}

/** Ends the feed of the replies to this guest, whoever has its address. */
export async function endFeed(): Promise<string> {
  return actAsGuest(async (guest) => {
    await removeFeedKey(guest.key)
    return backTo('feed')
  })
}

/** Forgets this guest, with their words or without, as they chose. */
export async function eraseMe(_previous: unknown, form: FormData): Promise<string> {
  return actAsGuest(async (guest) => {
    const text = z.enum(['kept', 'removed']).safeParse(readField(form, 'text')).data
    if (text === undefined) return myWords.noChoice
    const { posts, fault } = await forgetPerson(guest.key, text, 'guest')
    await remakePosts(posts)
    if (fault !== null) return nameFault(myWords.left, fault)
    const addressHash = await hashAddress()
    if (addressHash !== null) await forgetCounts(Object.values(bucketsOfAddress(addressHash)))
    await forgetVisit()
    redirect(`${myPath}?erased=1`)
  })
}
