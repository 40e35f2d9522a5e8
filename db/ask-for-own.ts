import { and, eq, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { addLetter } from './add-letter'
import { getDb } from './client'
import { commentContacts, comments, guests } from './schema'
import { transaction } from './transaction'

/**
 * Has a letter written that leads to whatever stands under the address with this hash, if anything does. Whoever
 * confirmed the address gets one an hour at most. Others get one a day, for which it opens: anybody can type an
 * address, and this must annoy nobody. True when a letter is on its way; whoever asked must not be told. Throws when
 * the database does not answer.
 */
export async function askForOwn(key: string, db = getDb()): Promise<boolean> {
  return transaction(db, async (queries) => {
    const [contact] = await queries
      .select({ email: commentContacts.email })
      .from(commentContacts)
      .innerJoin(comments, eq(comments.id, commentContacts.commentId))
      .where(and(eq(commentContacts.emailHash, key), eq(comments.byAuthor, false), ne(comments.body, '')))
      .limit(1)
    if (contact?.email) {
      await queries.insert(guests).values({ key, email: contact.email }).onConflictDoNothing()
    }
    const pause = sql`case when ${guests.confirmedAt} is null or ${guests.stoppedAt} is not null then interval '1 day' else interval '1 hour' end`
    const [asked] = await queries
      .update(guests)
      .set({ ownAskedAt: sql`now()` })
      .where(
        and(
          eq(guests.key, key),
          // Without a comment it is for those alone who asked for letters themselves.
          contact ? undefined : sql`${guests.confirmedAt} is not null`,
          or(isNull(guests.ownAskedAt), lt(guests.ownAskedAt, sql`now() - ${pause}`)),
        ),
      )
      .returning({ key: guests.key })
    if (!asked) return false
    await addLetter(queries, { letter: 'own', guest: key }, { key: null })
    return true
  })
}

/** Where a guest's letters go; null when there is no such guest any more. For the mailer alone. Throws when the database does not answer. */
export async function findGuestAddress(key: string, db = getDb()): Promise<string | null> {
  const [guest] = await db.select({ email: guests.email }).from(guests).where(eq(guests.key, key))
  return guest?.email ?? null
}
