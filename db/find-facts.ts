import { type AnyColumn, and, desc, eq, exists, gt, or, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { CommentFacts } from '../lib/comments/decide'
import { getDb, type Queries } from './client'
import { countsFrom } from './counts-from'
import { commentContacts, comments, people } from './schema'
import { type Given, unseen, writeOnce } from './write-once'

export type FoundFacts = Pick<CommentFacts, 'writer' | 'sameWordsElsewhere' | 'recent'>

export type AskedFacts = {
  name: string
  body: string
  /** Null when no e-mail address was left: then only the browser can tell who the writer is. */
  emailHash: string | null
  /** Null when the browser keeps no secret. */
  writerHash: string | null
  /** The comment itself when it is stored already and was changed: it says nothing of its own writer. */
  except?: string | null
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
  { name, body, emailHash, writerHash, addressHash, except = null }: AskedFacts,
  minutes: number,
  db: Queries = getDb(),
): Promise<FoundFacts> {
  const [row] = await readFacts(db, { name, body, emailHash, writerHash, addressHash, except, minutes })
  if (!row) throw new Error('The question itself was not answered.')
  return toFacts(row)
}

/** Reads what `selectFacts` gives. */
export function toFacts({ standing, isKnown, sameWordsElsewhere, recent }: FactsRow): FoundFacts {
  return { writer: standing ?? (isKnown ? 'known' : 'new'), sameWordsElsewhere, recent }
}

type FactsRow = Awaited<ReturnType<typeof readFacts>>[number]
export type FactsValues = Required<Omit<AskedFacts, 'except'>> & { except: string | null; minutes: number }

const readFacts = writeOnce<FactsValues>()(selectFacts)

/** The same as one row, for `toFacts`. What is null equals nothing. */
export function selectFacts(db: Queries, given: Given<FactsValues>) {
  const emailHash = unseen(sql`${given('emailHash')}::text`)
  const writerHash = unseen(sql`${given('writerHash')}::text`)
  const addressHash = unseen(sql`${given('addressHash')}::text`)
  const except = unseen(sql`${given('except')}::uuid`)
  // Comments are many, of one writer few: those are looked for once, and first; by address and by browser apart, as each
  // is found in an index of its own.
  const contact = { commentId: commentContacts.commentId, emailHash: commentContacts.emailHash }
  const contacts = union(
    db.select(contact).from(commentContacts).where(eq(commentContacts.emailHash, emailHash)),
    db.select(contact).from(commentContacts).where(eq(commentContacts.writerHash, writerHash)),
  ).as('contacts')
  const theirs = db.$with('theirs').as(
    db
      .select({
        id: comments.id,
        status: comments.status,
        name: comments.name,
        createdAt: comments.createdAt,
        emailHash: contacts.emailHash,
      })
      .from(contacts)
      .innerJoin(comments, eq(comments.id, contacts.commentId)),
  )
  const isOther = (id: AnyColumn) => sql`${id} is distinct from ${except}`
  const published = db
    .select({ found: sql`1` })
    .from(theirs)
    .where(
      and(
        isOther(theirs.id),
        eq(theirs.status, 'published'),
        sql`lower(${theirs.name}) = lower(${given('name')})`,
      ),
    )
  const sameWords = db
    .select({ found: sql`1` })
    .from(comments)
    .where(
      and(
        eq(comments.body, given('body')),
        isOther(comments.id),
        gt(comments.createdAt, sql`now() - interval '24 hours'`),
      ),
    )
  const begin = sql`now() - make_interval(mins => ${given('minutes')})`
  const recent = union(
    db
      .select({ id: theirs.id })
      .from(theirs)
      .where(and(isOther(theirs.id), gt(theirs.createdAt, begin))),
    db
      .select({ id: comments.id })
      .from(commentContacts)
      .innerJoin(comments, eq(comments.id, commentContacts.commentId))
      .where(
        and(
          isOther(comments.id),
          gt(comments.createdAt, begin),
          eq(commentContacts.addressHash, addressHash),
        ),
      ),
  ).as('recent')
  // A browser is also whoever it has said it is: to leave out the address is no way past being blocked.
  const keys = sql`(select ${emailHash} union select ${writerHash} union select ${theirs.emailHash} from ${theirs})`
  const counts = or(eq(people.standing, 'blocked'), countsFrom(db, writerHash, except))
  return db
    .with(theirs)
    .select({
      standing: people.standing,
      isKnown: sql<boolean>`${exists(published)}`.as('is_known'),
      sameWordsElsewhere: sql<boolean>`${exists(sameWords)}`.as('same_words_elsewhere'),
      recent: sql<number>`(select count(*)::int from ${recent})`.as('recent'),
    })
    .from(sql`(select 1) as asked`)
    .leftJoin(people, and(sql`${people.key} in ${keys}`, counts))
    .orderBy(desc(sql`${people.standing} = 'blocked'`))
    .limit(1)
}
