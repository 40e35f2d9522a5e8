import { randomUUID } from 'node:crypto'
import { and, type Placeholder, sql } from 'drizzle-orm'
import { authorLetter, whenAuthorHears } from './add-letter'
import { patience, type Queries } from './client'
import type { NewComment, StoredComment } from './insert-comment'
import type { Seen } from './look-at-conversation'
import { commentContacts, comments, conversations, outbox } from './schema'
import { writeOnce } from './write-once'

/**
 * Stores a comment, with the letter to the author, if the conversation is still as it was seen. Null, and nothing stored,
 * when somebody has written to it since, or when others wrote for so long that nobody waits for the answer any more. One
 * statement, as others wait meanwhile. All times in it are equal, and no other comment's lie between what was seen and
 * them: numbers and times agree. Tells whether the letter is to go at once. Throws when the database does not answer; the
 * comment may be stored all the same, where it was the answer that was lost.
 */
export async function storeAsSeen(
  queries: Queries,
  input: NewComment,
  { parent, nextNumber, version }: Seen,
): Promise<StoredAsSeen | null> {
  const { postId, status, forAuthor, reasons, body, name, website, swatch, byAuthor, key } = input
  const { email, emailHash, addressHash, writerHash, latestPost = null, tellsAuthor = false } = input
  const isPublished = status === 'published'
  const number = isPublished ? nextNumber : null
  const id = randomUUID()
  const { kind: letter, payload } = authorLetter(id)
  const [stored] = await store(queries, {
    ...{ id, postId, version, number, isPublished, status, forAuthor, reasons, body, name, website, swatch },
    ...{ byAuthor, key, email, emailHash, addressHash, writerHash },
    following: isPublished ? nextNumber + 1 : nextNumber,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    latestPost: latestPost && JSON.stringify(latestPost),
    isNews: tellsAuthor && !byAuthor && status !== 'spam',
    letter,
    work: JSON.stringify(payload),
  })
  return stored ? { comment: { id, number, status, forAuthor }, ...stored } : null
}

export type StoredAsSeen = {
  comment: StoredComment
  isLetterDue: boolean
  /** Of the conversation from now on, as in `Seen`. */
  version: string
  /** Null unless it is published. */
  publishedAt: Date | null
}

type Values = Omit<
  NewComment,
  'parentNumber' | 'wantsLatestPost' | 'wantsLetters' | 'tellsAuthor' | 'latestPost' | 'isUntrusted'
> & {
  id: string
  version: string | null
  number: number | null
  /** The number that is next from then on. */
  following: number
  isPublished: boolean
  parentId: string | null
  rootId: string
  /** As JSON. */
  latestPost: string | null
  isNews: boolean
  letter: string
  /** As JSON. */
  work: string
}

/** Seconds. Less than `patience`: whoever was told that a comment could not be saved must not find it published. */
const longestWait = (patience - 1_000) / 1_000

const store = writeOnce<Values>()((queries, given) => {
  const now = sql`statement_timestamp()`
  const isPublished = sql`${given('isPublished')}::boolean`
  const counted = queries.$with('counted').as(
    queries
      .insert(conversations)
      .values({ postId: given('postId'), nextNumber: given('following') })
      .onConflictDoUpdate({
        target: conversations.postId,
        set: {
          nextNumber: sql`excluded.next_number`,
          // What waits changes nothing that is seen, but the version.
          changedAt: sql`case when ${isPublished} then ${now} else ${conversations.changedAt} end`,
        },
        // Asked once the row is ours: a statement goes on in the server when it is given up here.
        setWhere: and(
          sql`${conversations}.xmin::text = ${given('version')}`,
          sql`clock_timestamp() - statement_timestamp() < make_interval(secs => ${longestWait})`,
        ),
      })
      .returning({
        postId: conversations.postId,
        version: sql<string>`${conversations}.xmin::text`.as('version'),
      }),
  )
  const added = queries.$with('added').as(
    queries
      .insert(comments)
      .select(
        queries
          .select({
            id: filled(given('id')),
            postId: counted.postId,
            number: filled(given('number')),
            parentId: filled(given('parentId')),
            rootId: filled(given('rootId')),
            status: filled(given('status')),
            reasons: filled(given('reasons')),
            body: filled(given('body')),
            name: filled(given('name')),
            website: filled(given('website')),
            swatch: filled(given('swatch')),
            byAuthor: filled(given('byAuthor')),
            forAuthor: filled(given('forAuthor')),
            latestPost: filled(given('latestPost')),
            anchor: empty,
            source: sql`'site'`.as('source'),
            sourceId: empty,
            key: filled(given('key')),
            createdAt: now.as('created_at'),
            publishedAt: sql`case when ${isPublished} then ${now} end`.as('published_at'),
            editedAt: empty,
            removedAt: empty,
          })
          .from(counted),
      )
      .returning({ id: comments.id, publishedAt: comments.publishedAt }),
  )
  const reachable = queries.$with('reachable').as(
    queries
      .insert(commentContacts)
      .select(
        queries
          .select({
            commentId: added.id,
            email: filled(given('email')),
            emailHash: filled(given('emailHash')),
            addressHash: filled(given('addressHash')),
            writerHash: filled(given('writerHash')),
          })
          .from(added),
      )
      .returning({ id: commentContacts.commentId }),
  )
  // In our own words, as Drizzle would have the `select` give the identity as well.
  const told = queries.$with('told', { isDue: sql<boolean>`is_due`.as('is_due') }).as(sql`
    insert into ${outbox} (kind, payload, due_at)
    select ${given('letter')}, ${given('work')}::jsonb, ${whenAuthorHears} from ${added} where ${given('isNews')}::boolean
    returning due_at <= now() as is_due`)
  return queries
    .with(counted, added, reachable, told)
    .select({
      isLetterDue: sql<boolean>`coalesce((select ${told.isDue} from ${told}), false)`.as('is_letter_due'),
      version: sql<string>`(select ${counted.version} from ${counted})`.as('version'),
      publishedAt: sql<Date | null>`(select ${added.publishedAt} from ${added})`
        .mapWith(comments.publishedAt)
        .as('published_at'),
    })
    .from(reachable)
})

/** For a column of an `insert … select`, which goes by its place there alone. */
function filled(value: Placeholder) {
  return sql`${value}`.as('filled')
}

const empty = sql`null`.as('empty')
