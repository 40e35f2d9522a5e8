import { z } from 'zod'
import { type CommentStatus, commentStatuses } from '../comments/comment'
import { type Cursor, cursorSchema, writeCursor } from '../comments/cursor'
import { type LikelyCursor, likelyCursorSchema, writeLikelyCursor } from './likely-page'

/** Where the author finds a comment: by its status, and apart from what waits what they answered by letter or marked as read. */
export type InboxPlace = CommentStatus | 'answered'

export const inboxPlaces = [...commentStatuses, 'answered'] as const satisfies readonly InboxPlace[]

/** The tabs of the inbox, in their order. */
export const inboxTabs: { status: InboxPlace; slug: string; label: string }[] = [
  { status: 'held', slug: 'waiting', label: 'Waiting' },
  { status: 'published', slug: 'published', label: 'Published' },
  { status: 'spam', slug: 'spam', label: 'Spam' },
  { status: 'removed', slug: 'bin', label: 'Bin' },
  { status: 'answered', slug: 'answered', label: 'Read' },
]

/** What one page of the inbox shows. */
export type InboxAsk = {
  status: InboxPlace
  /** The id of the only one to be shown, wherever it stands; null for all. */
  comment: string | null
  /** Only those that this rule held, or with `forAuthorAlone` what is for the author alone; null for all. */
  reason: string | null
  search: string
  /** By time, or what waits by what the author decided before: the likely welcome first. */
  order: 'newest' | 'likely'
  /** Where the page begins, newest first; null at the top. */
  after: Cursor | null
  /** The same in the likely order. */
  past: LikelyCursor | null
  /** Every box is ticked from the start: "Select all" without JavaScript. */
  all: boolean
}

const schema = z.object({
  tab: z
    .string()
    .transform((slug) => inboxTabs.find((tab) => tab.slug === slug)?.status ?? ('held' as const))
    .catch('held'),
  comment: z.uuid().nullable().catch(null),
  reason: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .nullable()
    .catch(null),
  search: z.string().max(200).catch(''),
  order: z.enum(['newest', 'likely']).catch('newest'),
  after: cursorSchema.nullable().catch(null),
  past: likelyCursorSchema.nullable().catch(null),
  all: z
    .literal('1')
    .transform(() => true)
    .catch(false),
})

/** Reads the query of an address of the inbox; what makes no sense there is as if it were not. */
export function parseInboxQuery(query: Record<string, string | string[] | undefined>): InboxAsk {
  const { tab, order, reason, ...ask } = schema.parse(query)
  return {
    status: tab,
    order: tab === 'held' ? order : 'newest',
    reason: isKeptBack(tab) ? reason : null,
    ...ask,
  }
}

/** Whether rules put comments there: what was decided since is not asked for by why it waited. */
export function isKeptBack(place: InboxPlace): boolean {
  return place === 'held' || place === 'spam'
}

/** The address of a page of the inbox: what is as it is without a query is left out. */
export function inboxPath({
  status = 'held',
  comment,
  reason,
  search,
  order,
  after,
  past,
  all,
}: Partial<InboxAsk>): string {
  const query = new URLSearchParams()
  const slug = inboxTabs.find((tab) => tab.status === status)?.slug
  if (slug && status !== 'held') query.set('tab', slug)
  if (comment) query.set('comment', comment)
  if (reason) query.set('reason', reason)
  if (search) query.set('search', search)
  if (order === 'likely') query.set('order', order)
  if (after) query.set('after', writeCursor(after))
  if (past) query.set('past', writeLikelyCursor(past))
  if (all) query.set('all', '1')
  return query.size === 0 ? '/studio' : `/studio?${query}`
}
