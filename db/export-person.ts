import { asc, eq, inArray, type SQL } from 'drizzle-orm'
import { isBy } from './case-columns'
import { type Db, getDb } from './client'
import { isOwnedBy } from './own-comments'
import { answers, commentContacts, comments, decisions, follows, guests, people } from './schema'

type Row<Table extends { $inferSelect: object }> = Table['$inferSelect']

/** Everything that is stored of one person, fit for `JSON.stringify`. Hashes are in hex, times become ISO 8601. */
export type PersonExport = {
  key: string
  standing: Row<typeof people> | null
  /** What they asked for by letter; null when they did not. */
  guest: (Row<typeof guests> & { follows: Row<typeof follows>[] }) | null
  comments: (Row<typeof comments> & {
    contact: Row<typeof commentContacts>
    decisions: Row<typeof decisions>[]
    /** What the author answered by letter. */
    answers: Row<typeof answers>[]
  })[]
}

/** All columns of all rows that belong to a person, comments in the order they were written; empty for a key that nobody has. Throws when the database does not answer. */
export async function exportPerson(key: string, db = getDb()): Promise<PersonExport> {
  return exportRows(key, isBy([key]), db)
}

/**
 * As `exportPerson`, for a guest who asks for it: by their address, and without what was written by the author, who may
 * have given the same one.
 */
export async function exportGuest(key: string, db = getDb()): Promise<PersonExport> {
  return exportRows(key, isOwnedBy({ guestKey: key }), db)
}

async function exportRows(key: string, which: SQL | undefined, db: Db): Promise<PersonExport> {
  if (!which) throw new Error('An export of everybody was asked for.')
  const rows = await db
    .select({ comment: comments, contact: commentContacts })
    .from(comments)
    .innerJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .where(which)
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const ids = rows.map(({ comment }) => comment.id)
  const notes = await db
    .select()
    .from(decisions)
    .where(inArray(decisions.commentId, ids))
    .orderBy(asc(decisions.id))
  const answered = await db
    .select()
    .from(answers)
    .where(
      inArray(
        answers.decisionId,
        notes.map(({ id }) => id),
      ),
    )
    .orderBy(asc(answers.decisionId))
  const [standing = null] = await db.select().from(people).where(eq(people.key, key))
  const [guest = null] = await db.select().from(guests).where(eq(guests.key, key))
  const followed = await db
    .select()
    .from(follows)
    .where(eq(follows.guestKey, key))
    .orderBy(asc(follows.createdAt), asc(follows.id))
  return {
    key,
    standing,
    guest: guest && { ...guest, follows: followed },
    comments: rows.map(({ comment, contact }) => {
      const decided = notes.filter(({ commentId }) => commentId === comment.id)
      const ids = new Set(decided.map(({ id }) => id))
      return {
        ...comment,
        contact,
        decisions: decided,
        answers: answered.filter(({ decisionId }) => ids.has(decisionId)),
      }
    }),
  }
}
