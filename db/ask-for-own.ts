import { and, eq, ne, sql } from 'drizzle-orm'
import { addLetter } from './add-letter'
import { getDb } from './client'
import { isUnproved, isWithinLimit } from './guests'
import { commentContacts, comments, guests } from './schema'
import { transaction } from './transaction'

/**
 * Has a letter written that leads to whatever stands under the address with this hash, if anything does. Whoever
 * confirmed the address gets one an hour at most. Anybody can type the address of others, and this must annoy nobody:
 * they get one letter a day, for which it opens, and none on the day when they were asked whose the address is. That
 * letter is a way in as well: after its yes they may ask again at once. What is among the spam is no reason to write to
 * anybody, and the limit of the site is that of `askToConfirm`. True when a letter is on its way; whoever asked must not
 * be told. Throws when the database does not answer.
 */
export async function askForOwn(key: string, db = getDb()): Promise<boolean> {
  return transaction(db, async (queries) => {
    const [contact] = await queries
      .select({ email: commentContacts.email })
      .from(commentContacts)
      .innerJoin(comments, eq(comments.id, commentContacts.commentId))
      .where(
        and(
          eq(commentContacts.emailHash, key),
          eq(comments.byAuthor, false),
          ne(comments.status, 'spam'),
          ne(comments.body, ''),
        ),
      )
      .limit(1)
    if (contact?.email) {
      await queries.insert(guests).values({ key, email: contact.email }).onConflictDoNothing()
    }
    const free = sql`case when ${isUnproved} then greatest(${guests.askedAt}, ${guests.ownAskedAt}) + interval '24 hours'
      else ${guests.ownAskedAt} + interval '1 hour' end`
    const [asked] = await queries
      .update(guests)
      .set({ ownAskedAt: sql`now()` })
      .where(
        and(
          eq(guests.key, key),
          // Without a comment it is for those alone who asked for letters themselves.
          contact ? undefined : sql`${guests.confirmedAt} is not null`,
          sql`coalesce(${free} < now(), true)`,
        ),
      )
      .returning({ isUnproved })
    if (!asked) return false
    if (asked.isUnproved && !(await isWithinLimit(queries))) {
      await queries.update(guests).set({ ownAskedAt: null }).where(eq(guests.key, key))
      return false
    }
    await addLetter(queries, { letter: 'own', guest: key }, { key: null })
    return true
  })
}

/** Where a guest's letters go; null when there is no such guest any more. For the mailer alone. Throws when the database does not answer. */
export async function findGuestAddress(key: string, db = getDb()): Promise<string | null> {
  const [guest] = await db.select({ email: guests.email }).from(guests).where(eq(guests.key, key))
  return guest?.email ?? null
}
