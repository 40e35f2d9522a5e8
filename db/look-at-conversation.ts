import { and, eq, exists, gt, isNull, or, sql } from 'drizzle-orm'
import { alias, unionAll } from 'drizzle-orm/pg-core'
import { getDb, type Queries } from './client'
import type { NewComment, StoredComment } from './insert-comment'
import { commentContacts, comments, conversations, follows } from './schema'
import { type Given, unseen, writeOnce } from './write-once'

const parents = alias(comments, 'parents')
const answered = alias(comments, 'answered')

/** What a comment comes into, all of one moment. */
export type Seen = {
  /** The comment that it repeats; null for most. */
  first: StoredComment | null
  /** What it answers; null at the top, and when that is not up. */
  parent: { id: string; rootId: string } | null
  nextNumber: number
  /** Another one after every write to the conversation; null while there is none. */
  version: string | null
  /** Whether anybody asked to hear of what is said there. */
  isFollowed: boolean
}

/** The conversation that this comment is for, before it is stored. Throws when the database does not answer. */
export async function lookAtConversation(
  { postId, parentNumber, key, body, name, forAuthor, emailHash }: Said,
  queries: Queries = getDb(),
): Promise<Seen> {
  const [row] = await look(queries, { postId, parentNumber, key, body, name, forAuthor, emailHash })
  if (!row) throw new Error('The question itself was not answered.')
  return toSeen(row)
}

/** Reads what `selectSeen` gives. */
export function toSeen({
  firstId,
  status,
  number,
  forAuthor,
  parentId,
  rootId,
  ...conversation
}: SeenRow): Seen {
  return {
    first: firstId && status && forAuthor !== null ? { id: firstId, number, status, forAuthor } : null,
    parent: parentId && rootId ? { id: parentId, rootId } : null,
    ...conversation,
  }
}

type SeenRow = Awaited<ReturnType<typeof look>>[number]

/** What of a comment says where it is for, and whether it repeats one. */
export type Said = Pick<
  NewComment,
  'postId' | 'parentNumber' | 'key' | 'body' | 'name' | 'forAuthor' | 'emailHash'
>

const look = writeOnce<Said>()(selectSeen)

/** The same as one row, for `toSeen`. What is null equals nothing. */
export function selectSeen(queries: Queries, given: Given<Said>) {
  const first = selectRepeated(queries, given).as('first')
  const followed = queries
    .select({ found: sql`1` })
    .from(follows)
    .where(and(eq(follows.postId, given('postId')), isNull(follows.stoppedAt)))
  return queries
    .select({
      firstId: first.id,
      number: first.number,
      status: first.status,
      forAuthor: first.forAuthor,
      // By its number alone it is found at once. By its status, too, Postgres may look among all that are published.
      parentId: sql<string | null>`case when ${parents.status} = 'published' then ${parents.id} end`.as(
        'answered_id',
      ),
      rootId: parents.rootId,
      nextNumber: sql<number>`coalesce(${conversations.nextNumber}, 1)`.as('following'),
      version: sql<string | null>`${conversations}.xmin::text`.as('version'),
      isFollowed: sql<boolean>`${exists(followed)}`.as('is_followed'),
    })
    .from(sql`(select 1) as asked`)
    .leftJoin(conversations, eq(conversations.postId, given('postId')))
    .leftJoin(parents, and(eq(parents.postId, given('postId')), eq(parents.number, parentNumberOf(given))))
    .leftJoinLateral(first, sql`true`)
}

function parentNumberOf(given: Given<Said>) {
  return unseen(sql`${given('parentNumber')}::int`)
}

/**
 * By its key or, where it has none, by its words: asked apart, as each is found in an index of its own. Equal to the post by
 * `=`, Postgres may go by the index of that instead, and read all that was ever said there.
 */
function selectRepeated(queries: Queries, given: Given<Said>) {
  const key = unseen(sql`${given('key')}::uuid`)
  const parentNumber = parentNumberOf(given)
  const isHere = sql`${comments.postId} is not distinct from ${given('postId')}`
  const found = {
    id: comments.id,
    number: comments.number,
    status: comments.status,
    forAuthor: comments.forAuthor,
    createdAt: comments.createdAt,
  }
  const byKey = queries
    .select(found)
    .from(comments)
    .where(and(eq(comments.key, key), isHere))
  const byWords = queries
    .select(found)
    .from(comments)
    .leftJoin(answered, eq(answered.id, comments.parentId))
    .leftJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(
      and(
        sql`${key} is null`,
        eq(comments.body, given('body')),
        isHere,
        eq(comments.name, given('name')),
        eq(comments.forAuthor, given('forAuthor')),
        or(eq(answered.number, parentNumber), and(sql`${parentNumber} is null`, isNull(comments.parentId))),
        sql`${commentContacts.emailHash} is not distinct from ${unseen(sql`${given('emailHash')}::text`)}`,
        gt(comments.createdAt, sql`now() - interval '24 hours'`),
      ),
    )
  return unionAll(byKey, byWords).orderBy(comments.createdAt).limit(1)
}
