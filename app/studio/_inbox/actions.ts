'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { readField } from '@/app/_comments/read-field'
import { findActingAuthor, requireActingAuthor } from '@/app/studio/session'
import { signInPathTo } from '@/app/studio/sign-in-path'
import { logFault } from '@/db/log-fault'
import { findOrMakeSecret } from '@/db/secrets'
import { type Done, parseDone } from '@/lib/studio/done'
import { sealDone } from '@/lib/studio/sealed-done'
import { studioPath } from '@/lib/studio/studio-path'
import type { ActState, UndoState } from './act-state'
import { words } from './act-words'
import { carryOut, type Refused, refuse, takeBack } from './carry-out'
import { doneKey } from './done-key'
import { readAct } from './read-act'
import { readSaid } from './read-said'

/**
 * Does to comments what a form of the inbox asks for. A script that shows the result in place says so in the form;
 * without one the author is sent back to where they were, and Undo is offered there.
 */
export async function act(_previous: unknown, form: unknown): Promise<ActState> {
  if (!(await findActingAuthor())) return turnAway(form)
  const asked = readAct(form)
  const outcome = !asked
    ? refuse(words.malformed)
    : asked.ids.length === 0
      ? refuse(words.nothing)
      : await carryOut(asked)
  if (!outcome.ok) return giveBack(form, outcome)
  if (readField(form, 'inPlace') === '') redirect(await pathWithDone(form, outcome.done))
  // The counts of the tabs and the rows themselves come along with the answer.
  refresh()
  return outcome
}

/**
 * For whoever is not signed in, or not any more: nothing is done, and what they typed is given back. A script has kept it
 * on the device, where it is found after the sign-in.
 */
function turnAway(form: unknown): ActState {
  const said = readSaid(form)
  if (!said || readField(form, 'inPlace') !== '') redirect(signInPathTo(backOf(form)))
  // Nothing but that: the form also carries the text of the comment, which is no word of theirs.
  const typed = { verb: '', reply: '', body: null }
  return { ...refuse(words.signedOut), typed, said, back: backOf(form) }
}

function giveBack(form: unknown, refused: Refused): ActState {
  const said = readSaid(form)
  const typed = {
    verb: readField(form, 'verb'),
    reply: readField(form, 'reply'),
    body: said?.texts.find(({ field }) => field === 'body')?.text ?? null,
  }
  return { ...refused, typed, said, back: backOf(form) }
}

/** Where it was sent from, which is a page of the studio. */
function backOf(form: unknown): string {
  return studioPath(readField(form, 'back'))
}

/** Takes back what a form of the inbox did, by all that was kept of it. */
export async function undo(_previous: unknown, form: unknown): Promise<UndoState> {
  await requireActingAuthor()
  const done = parseDone(readField(form, 'done'))
  const outcome = done ? await takeBack(done) : { ok: false as const, problem: words.malformed }
  if (outcome.ok && readField(form, 'inPlace') === '') redirect(backOf(form))
  refresh()
  return outcome
}

/** Where it was sent from, with what was done; without, when the database fails just then: what was decided is in the log. */
async function pathWithDone(form: unknown, done: Done): Promise<string> {
  const back = backOf(form)
  try {
    const { pathname, searchParams } = new URL(back, 'http://studio.invalid')
    searchParams.set('done', sealDone(await findOrMakeSecret(doneKey), done))
    // To where it is told, below all that stands over the list.
    return `${pathname}?${searchParams}#done`
  } catch (error) {
    logFault('What was done could not be told', error)
    return back
  }
}
