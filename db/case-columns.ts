import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Anchor, CommentStatus, LatestPost } from '../lib/comments/comment'
import type { Standing } from '../lib/comments/decision'
import type { InboxPlace } from '../lib/studio/inbox-query'
import { type Answer, listAnswers } from './answers'
import type { Queries } from './client'
import { commentContacts, comments, follows, guests, people } from './schema'
import { isSettled, isTakenBack } from './state-before'

/** How much of the comment that was answered is read: enough to remember it by. */
const excerptLength = 280

/** One comment as the author reads it, with everything that helps to decide. For the studio and its commands alone. */
export type Case = {
  id: string
  postId: string
  /** Null until it was published. */
  number: number | null
  status: CommentStatus
  /** Names of the rules that held it; empty when none did. */
  reasons: string[]
  name: string
  email: string | null
  website: string | null
  swatch: string
  /** As typed, all of it. */
  body: string
  byAuthor: boolean
  forAuthor: boolean
  /** Its writer deleted it: nothing can be decided about it any more. */
  isTakenBack: boolean
  latestPost: LatestPost | null
  anchor: Anchor | null
  createdAt: Date
  publishedAt: Date | null
  editedAt: Date | null
  removedAt: Date | null
  /** Who wrote it, for `findPerson` and its like; null for somebody who cannot be known again. */
  personKey: string | null
  standing: Standing | null
  /** How many comments of the same person are published besides this one: 0 for a first one. */
  publishedBefore: number
  /**
   * Whether what was written for the author alone can be answered by letter: `unconfirmed` while nobody has said that
   * the address is theirs, `stopped` when they want no letters. Null for all others, and where no address was left.
   */
  reach: 'confirmed' | 'unconfirmed' | 'stopped' | null
  /**
   * Its writer wants letters and was not asked yet whether the address is theirs: too many others were within the hour
   * (`askToConfirm`), or the comment was taken for spam, of which nobody is asked.
   */
  isUnasked: boolean
  /** What was answered to it by letter, oldest first. */
  answers: Answer[]
  /** Where it stands in the inbox. */
  place: InboxPlace
  /** What it answers, cut short; null at the top of a thread. */
  parent: { name: string; excerpt: string; number: number | null; status: CommentStatus } | null
}

/** What one person's comments have in common: the hash of their address, or of their browser's secret. */
export const personKey = sql<
  string | null
>`coalesce(${commentContacts.emailHash}, ${commentContacts.writerHash})`

/** Where the author finds a comment. */
export const place = sql<InboxPlace>`case when ${comments.status} = 'held' and ${isSettled} then 'answered' else ${comments.status}::text end`

const parents = alias(comments, 'parents')

/** The comments of one person, found by the indexes on both hashes. */
export function isBy(keys: string[]): SQL | undefined {
  return or(
    inArray(commentContacts.emailHash, keys),
    and(isNull(commentContacts.emailHash), inArray(commentContacts.writerHash, keys)),
  )
}

/** The start of every query whose answer only the author sees; the caller adds which comments, and in what order. */
export function selectCases(queries: Queries) {
  return queries
    .select({
      id: comments.id,
      postId: comments.postId,
      number: comments.number,
      status: comments.status,
      reasons: comments.reasons,
      name: comments.name,
      email: commentContacts.email,
      website: comments.website,
      swatch: comments.swatch,
      body: comments.body,
      byAuthor: comments.byAuthor,
      forAuthor: comments.forAuthor,
      isTakenBack: sql<boolean>`${isTakenBack}`,
      latestPost: comments.latestPost,
      anchor: comments.anchor,
      createdAt: comments.createdAt,
      publishedAt: comments.publishedAt,
      editedAt: comments.editedAt,
      removedAt: comments.removedAt,
      personKey,
      standing: people.standing,
      reach: sql<
        Case['reach']
      >`case when not ${comments.forAuthor} or ${comments.byAuthor} or ${commentContacts.email} is null then null
        when ${guests.stoppedAt} is not null then 'stopped' when ${guests.confirmedAt} is not null then 'confirmed' else 'unconfirmed' end`,
      isUnasked: sql<boolean>`(${comments.status} in ('held', 'published') and ${guests.askedAt} is null and ${guests.confirmedAt} is null
        and exists (select from ${follows} where ${follows.guestKey} = ${guests.key} and ${follows.commentId} = ${comments.id}))`,
      place,
      parent: {
        name: parents.name,
        excerpt: sql<string>`left(${parents.body}, ${excerptLength})`,
        number: parents.number,
        status: parents.status,
      },
    })
    .from(comments)
    .leftJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .leftJoin(people, eq(people.key, personKey))
    .leftJoin(guests, eq(guests.key, commentContacts.emailHash))
    .leftJoin(parents, eq(parents.id, comments.parentId))
}

type Row = Awaited<ReturnType<typeof selectCases>>[number]

/** Adds what is known of the people who wrote these comments, and what they were answered by letter. */
export async function toCases(queries: Queries, rows: Row[]): Promise<Case[]> {
  const published = await countPublishedBy(
    queries,
    rows.flatMap(({ personKey }) => personKey ?? []),
  )
  const letters = await listAnswers(
    queries,
    rows.flatMap(({ id, forAuthor }) => (forAuthor ? [id] : [])),
  )
  return rows.map((row) => {
    const all = row.personKey === null ? 0 : (published.get(row.personKey) ?? 0)
    return {
      ...row,
      publishedBefore: row.status === 'published' ? Math.max(0, all - 1) : all,
      answers: letters.filter(({ commentId }) => commentId === row.id),
    }
  })
}

async function countPublishedBy(queries: Queries, keys: string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const rows = await queries
    .select({ key: sql<string>`${personKey}`, count: sql<number>`count(*)::int` })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .where(and(eq(comments.status, 'published'), isBy([...new Set(keys)])))
    .groupBy(personKey)
  return new Map(rows.map(({ key, count }) => [key, count]))
}
