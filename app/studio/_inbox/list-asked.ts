import type { Case } from '@/db/case-columns'
import { findCase, listCases } from '@/db/find-comments'
import { listInbox, listToOrder } from '@/db/inbox'
import { listJudged } from '@/db/judged'
import { learnOrder } from '@/lib/comments/learn-order'
import { type InboxAsk, inboxPath } from '@/lib/studio/inbox-query'
import { takeLikely } from '@/lib/studio/likely-page'

/** One page of the inbox. */
export type Listed = {
  cases: Case[]
  /** The address of the next page; null after the last. */
  nextPath: string | null
  /** Of the likely order how much each comment looks like spam, by its id, and whether all that was asked for is in it; null for newest first. */
  likely: { scores: ReadonlyMap<string, number>; isAll: boolean } | null
}

const perPage = 50

/** The only comment that is asked for, wherever it stands, or a page of them: in the likely order, if enough is known for it. */
export async function listAsked(ask: InboxAsk): Promise<Listed> {
  const { comment, status, reason, search, after } = ask
  if (comment !== null) {
    const found = await findCase(comment)
    return { cases: found && found.body !== '' ? [found] : [], nextPath: null, likely: null }
  }
  const listed = ask.order === 'likely' ? await listLikely(ask) : null
  if (listed) return listed
  const { cases, next } = await listInbox({ status, reason: reason ?? undefined, search, after })
  return { cases, nextPath: next && inboxPath({ ...ask, after: next, past: null, all: false }), likely: null }
}

async function listLikely(ask: InboxAsk): Promise<Listed | null> {
  const { reason, search, past } = ask
  const { until, published, spam } = await listJudged(past?.until ?? null)
  const scoreOf = learnOrder(published, spam)
  if (!scoreOf) return null
  const { waiting, isAll } = await listToOrder({ reason: reason ?? undefined, search, until })
  const scored = waiting.map((comment) => ({ id: comment.id, score: scoreOf(comment) }))
  const { page, hasMore } = takeLikely(scored, past, perPage)
  const last = hasMore ? page.at(-1) : undefined
  return {
    cases: await listCases(page.map(({ id }) => id)),
    nextPath: last ? inboxPath({ ...ask, past: { until, ...last }, after: null, all: false }) : null,
    likely: { scores: new Map(page.map(({ id, score }) => [id, score])), isAll },
  }
}
