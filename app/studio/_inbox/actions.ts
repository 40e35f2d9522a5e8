'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { readField } from '@/app/_comments/read-field'
import { requireActingAuthor } from '@/app/studio/session'
import { parseDone } from '@/lib/studio/done'
import { studioPath } from '@/lib/studio/studio-path'
import type { ActState, UndoState } from './act-state'
import { words } from './act-words'
import { carryOut, takeBack } from './carry-out'
import { readAct } from './read-act'

/**
 * Does to comments what a form of the inbox asks for. A script that shows the result in place says so in the form;
 * without one the author is sent back to where they were, and Undo is offered there.
 */
export async function act(_previous: unknown, form: unknown): Promise<ActState> {
  await requireActingAuthor()
  const asked = readAct(form)
  const outcome = !asked
    ? { ok: false as const, problem: words.malformed }
    : asked.ids.length === 0
      ? { ok: false as const, problem: words.nothing }
      : await carryOut(asked)
  if (!outcome.ok) {
    const typed = {
      verb: asked?.verb ?? '',
      reply: readField(form, 'reply'),
      body: readField(form, 'body'),
    }
    return { ...outcome, typed }
  }
  if (readField(form, 'inPlace') === '') redirect(withDone(form, JSON.stringify(outcome.done)))
  // The counts of the tabs and the rows themselves come along with the answer.
  refresh()
  return outcome
}

/** Takes back what a form of the inbox did, by all that was kept of it. */
export async function undo(_previous: unknown, form: unknown): Promise<UndoState> {
  await requireActingAuthor()
  const done = parseDone(readField(form, 'done'))
  const outcome = done ? await takeBack(done) : { ok: false as const, problem: words.malformed }
  if (outcome.ok && readField(form, 'inPlace') === '') redirect(studioPath(readField(form, 'back')))
  refresh()
  return outcome
}

function withDone(form: unknown, done: string): string {
  const { pathname, searchParams } = new URL(studioPath(readField(form, 'back')), 'http://studio.invalid')
  searchParams.set('done', done)
  return `${pathname}?${searchParams}`
}
