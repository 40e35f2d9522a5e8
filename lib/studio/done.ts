import { z } from 'zod'
import { decisionVerbs, standings } from '../comments/decision'
import { faultName } from '../words/fault-name'

/** What the author can do to comments in the inbox. */
export const deskVerbs = [...decisionVerbs, 'reply'] as const

export type DeskVerb = (typeof deskVerbs)[number]

/** Why a comment was left as it is. */
export const leftReasons = ['for-author', 'for-readers', 'changed', 'gone', 'unavailable'] as const

const left = z.object({ id: z.uuid(), why: z.enum(leftReasons), fault: faultName.optional() })

/** A comment that was left as it is. `fault` says in the log why the database did not answer. */
export type Left = z.output<typeof left>

export const doneSchema = z.object({
  verb: z.enum(deskVerbs),
  ids: z.array(z.uuid()).max(100),
  notes: z.array(z.number().int().positive()).max(100),
  reply: z.uuid().nullable(),
  trust: z.object({ id: z.uuid(), before: z.enum(standings).nullable() }).nullable(),
  left: z.array(left).max(100).optional(),
})

/**
 * What was done, and all that is needed to undo it: the comments that changed, the notes about it, the author's
 * reply, and how whoever is trusted now stood before; and which others were left. It comes back from the
 * browser, so it is only ever read by `parseDone`, or out of a seal of ours.
 */
export type Done = z.output<typeof doneSchema>

/** Reads what was done out of a form or an address; null when that is not what it is. */
export function parseDone(text: unknown): Done | null {
  if (typeof text !== 'string') return null
  try {
    return doneSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** What the author is told of it. `name` is whose comment it was, when it was one. */
export function sayDone({ verb, ids, trust }: Done, name: string | null): string {
  const one = name === null ? 'One comment' : `${name}’s comment`
  const what = ids.length > 1 ? `${ids.length} comments` : one
  const isMany = ids.length > 1
  const said = {
    publish: `Approved ${lower(what)}. ${isMany ? 'They are' : 'It is'} on the page now.`,
    hold: `${what} ${isMany ? 'wait' : 'waits'} again.`,
    spam: `${what} ${isMany ? 'are' : 'is'} in Spam.`,
    remove: `${what} ${isMany ? 'are' : 'is'} in the bin.`,
    edit: `Changed ${lower(what)}.`,
    reply: `Your reply to ${name ?? 'the comment'} is on the page now.`,
    'show-latest': `The latest post under ${lower(what)} is shown again.`,
    'drop-latest': `The latest post under ${lower(what)} is left out.`,
    answer: `Your letter to ${name ?? 'its writer'} is written. When it goes is said in “Read”.`,
    read: `${what} ${isMany ? 'wait' : 'waits'} no more: kept in “Read”.`,
  }[verb]
  const trusted = trust ? `${name ?? 'Their writer'} is trusted from now on.` : ''
  return [said, trusted].filter(Boolean).join(' ')
}

/** Of all that was refused, what was left for one of these reasons: an answer can also be out of reach, and is to one comment. */
export function listLeft(refused: { id: string; why: string }[]): Left[] {
  return refused.flatMap((each) => left.safeParse(each).data ?? [])
}

/** What is said of those that were left, after their names. */
export const whyLeft: Record<Left['why'], string> = {
  'for-author': 'what was written for you alone is never published',
  'for-readers': 'only what was written for you alone is marked as read',
  changed: 'the text was changed since you read it',
  gone: 'it is not there any more',
  unavailable: 'the database did not answer',
}

function lower(what: string): string {
  return what === 'One comment' ? 'one comment' : what
}
