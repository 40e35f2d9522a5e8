import type { Case } from '../db/case-columns'
import {
  type Decided,
  decideComments,
  type Refusal,
  type Refused,
  type StatusVerb,
} from '../db/decide-comments'
import { listLastDecisions } from '../db/decisions'
import { findCase, listByPrefix } from '../db/find-comments'
import { type UndoRefusal, undoDecisions } from '../db/undo-decisions'
import { matchShortIds, readShortIds, shortIdOf } from '../lib/comments/short-id'
import type { InboxPlace } from '../lib/studio/inbox-query'

export const verbNames = ['approve', 'read', 'hold', 'spam', 'bin'] as const

/** What the author says. */
export type Verb = (typeof verbNames)[number]

export type Outcome = {
  /** One sentence about each comment. */
  said: string[]
  /** What was not done, and why; one sentence each. */
  refused: string[]
  /** Ids of the posts whose pages are to be made again. */
  posts: string[]
}

/**
 * Does to comments what the author says, by the beginnings of their ids, and tells in words what became of each. What
 * cannot be done is `refused`, and the rest is done. Throws when the database does not answer.
 */
export async function moderate(verb: Verb, shortIds: string[]): Promise<Outcome> {
  const { found, refused } = await findAll(shortIds)
  const decided = await decideComments(
    found.map(({ id }) => id),
    asVerbs[verb],
  )
  const failed = new Map(decided.refused.map(({ id, why }) => [id, why]))
  const left = found.filter(({ id }) => !failed.has(id))
  return {
    said: left.map(
      (comment) =>
        `${subjectOf(comment)} ${decided.changed.includes(comment.id) ? done[verb] : `${is[comment.place]} already`}.`,
    ),
    refused: [...refused, ...sayRefusals(decided.refused, found)],
    posts: decided.posts,
  }
}

/**
 * Takes back the author's last decision about each of these comments; or without any all that was decided last, in one
 * go, and says first how many comments that were. As `moderate` otherwise.
 */
export async function takeBack(shortIds: string[]): Promise<Outcome> {
  const { found, refused } = await findAll(shortIds)
  const ids = found.map(({ id }) => id)
  const decisions = await listLastDecisions(shortIds.length > 0 ? ids : undefined)
  const undone: Decided<UndoRefusal> = await undoDecisions(decisions)
  const after = await Promise.all(undone.changed.map((id) => findCase(id)))
  const touched = new Set([...undone.changed, ...undone.refused.map(({ id }) => id)])
  return {
    said: [
      ...(after.length > 1 ? [`Taken back: what you decided about ${after.length} comments.`] : []),
      ...after.flatMap((comment) =>
        comment ? [`${subjectOf(comment)} is as it was: it ${is[comment.place]}.`] : [],
      ),
    ],
    refused: [
      ...refused,
      ...found
        .filter(({ id }) => !touched.has(id))
        .map((comment) => `${subjectOf(comment)} ${is[comment.place]}: there is nothing to take back.`),
      ...(shortIds.length === 0 && decisions.length === 0 ? ['There is nothing to take back.'] : []),
      ...sayRefusals(undone.refused, found),
    ],
    posts: undone.posts,
  }
}

const asVerbs: Record<Verb, StatusVerb> = {
  approve: 'publish',
  read: 'read',
  hold: 'hold',
  spam: 'spam',
  bin: 'remove',
}

const done: Record<Verb, string> = {
  approve: 'is published',
  read: 'is read: it is kept, and waits no more',
  hold: 'waits again',
  spam: 'is among the spam',
  bin: 'is in the bin, for thirty days',
}

const is: Record<InboxPlace, string> = {
  held: 'waits',
  published: 'is published',
  spam: 'is among the spam',
  removed: 'is in the bin',
  answered: 'is among what you answered or read',
}

const why: Record<UndoRefusal | Refusal, string> = {
  gone: 'is gone for good',
  'for-author': 'was written for you alone, and is never published',
  'for-readers': 'was not written for you alone, and is not marked as read',
  overtaken: 'was changed since, by its writer or by you: that stands',
  final: 'cannot be what it was before: that is not known any more',
}

function sayRefusals(refused: Refused<UndoRefusal | Refusal>[], found: Case[]): string[] {
  return refused.map((refusal) => {
    const comment = found.find(({ id }) => id === refusal.id)
    return `${comment ? subjectOf(comment) : shortIdOf(refusal.id)} ${sayWhy(refusal)}.`
  })
}

function sayWhy(refusal: Refused<UndoRefusal | Refusal>): string {
  if (refusal.why !== 'unavailable') return why[refusal.why]
  // As what went wrong is written above, in the same terminal.
  return `was left as it is: the database did not answer (${refusal.fault}). Try again`
}

function subjectOf({ id, name }: Case): string {
  return `${shortIdOf(id)}, by ${name},`
}

/** The comments that are meant, and a sentence about each that is not there. */
async function findAll(shortIds: string[]): Promise<{ found: Case[]; refused: string[] }> {
  const read = readShortIds(shortIds)
  const matched = matchShortIds(read.prefixes, await listByPrefix(read.prefixes))
  return { found: matched.found, refused: [...read.wrong, ...matched.wrong] }
}
