import { and, desc, eq, exists, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { commentStatuses } from '../lib/comments/comment'
import type { CommentFacts } from '../lib/comments/decide'
import { getDb, type Queries } from './client'
import { commentContacts, comments, decisions, people } from './schema'

export type FoundFacts = Pick<CommentFacts, 'writer' | 'sameWordsElsewhere' | 'recent'>

type Asked = {
  name: string
  body: string
  /** Null when no e-mail address was left: then only the browser can tell who the writer is. */
  emailHash: string | null
  /** Null when the browser keeps no secret. */
  writerHash: string | null
  /** The comment itself when it is stored already and was changed: it says nothing of its own writer. */
  except?: string
  /** Null when the network address is not believed: then `recent` counts by the other two. */
  addressHash: string | null
}

/**
 * What the rows say about a comment that is not stored yet, in one query: who the writer is, whether the same words
 * came within 24 hours, wherever and from whom, and how many comments of the writer came within `minutes`. Anybody can
 * type an address, and nobody has proved theirs: trust in one counts in a browser from which the author has published
 * a comment with it. Never says that the writer is the author, which only a session can. Throws when the database does not
 * answer.
 */
export async function findFacts(
  { name, body, emailHash, writerHash, addressHash, except }: Asked,
  minutes: number,
  db: Queries = getDb(),
): Promise<FoundFacts> {
  const contactOf = eq(commentContacts.commentId, comments.id)
  // What is null equals nothing.
  const isWriter = or(
    sql`${commentContacts.emailHash} = ${emailHash}`,
    sql`${commentContacts.writerHash} = ${writerHash}`,
  )
  const isOther = except === undefined ? undefined : ne(comments.id, except)
  const published = db
    .select({ found: sql`1` })
    .from(commentContacts)
    .innerJoin(comments, contactOf)
    .where(
      and(isWriter, isOther, eq(comments.status, 'published'), sql`lower(${comments.name}) = lower(${name})`),
    )
  const sameWords = db
    .select({ found: sql`1` })
    .from(comments)
    .where(and(eq(comments.body, body), isOther, gt(comments.createdAt, sql`now() - interval '24 hours'`)))
  const recent = db
    .select({ count: sql`count(*)::int` })
    .from(comments)
    .innerJoin(commentContacts, contactOf)
    .where(
      and(
        isOther,
        // All there are: the index begins with the status.
        inArray(comments.status, [...commentStatuses]),
        gt(comments.createdAt, sql`now() - make_interval(mins => ${minutes})`),
        or(isWriter, sql`${commentContacts.addressHash} = ${addressHash}`),
      ),
    )
  // A browser is also whoever it has said it is: to leave out the address is no way past being blocked.
  const keys = sql`(select ${emailHash}::text union select ${writerHash}::text union select ${commentContacts.emailHash} from ${commentContacts} where ${isWriter})`
  // By the author's own hand: what the rules publish of somebody known may come from whoever typed that address.
  const approvedFromHere = db
    .select({ found: sql`1` })
    .from(commentContacts)
    .innerJoin(comments, contactOf)
    .innerJoin(decisions, eq(decisions.commentId, comments.id))
    .where(
      and(
        eq(commentContacts.emailHash, people.key),
        sql`${commentContacts.writerHash} = ${writerHash}`,
        isOther,
        eq(comments.status, 'published'),
        eq(decisions.verb, 'publish'),
        eq(decisions.by, 'author'),
        isNull(decisions.undoneAt),
      ),
    )
  const counts = or(
    eq(people.standing, 'blocked'),
    sql`${people.key} = ${writerHash}`,
    exists(approvedFromHere),
  )
  const [row] = await db
    .select({
      standing: people.standing,
      isKnown: sql<boolean>`${exists(published)}`,
      sameWordsElsewhere: sql<boolean>`${exists(sameWords)}`,
      recent: sql<number>`(${recent})`,
    })
    .from(sql`(select 1) as asked`)
    .leftJoin(people, and(sql`${people.key} in ${keys}`, counts))
    .orderBy(desc(sql`${people.standing} = 'blocked'`))
    .limit(1)
  if (!row) throw new Error('The question itself was not answered.')
  const { standing, isKnown, sameWordsElsewhere } = row
  return { writer: standing ?? (isKnown ? 'known' : 'new'), sameWordsElsewhere, recent: row.recent }
}
