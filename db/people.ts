import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { CommentStatus } from '../lib/comments/comment'
import type { Standing } from '../lib/comments/decision'
import { isBy, personKey, selectCases, toCases } from './case-columns'
import { getDb } from './client'
import { type CasePage, type Cursor, isAfter, newestFirst, toPage } from './inbox'
import { commentContacts, comments, people } from './schema'

/** Somebody who can be known again, with what they left here. For the studio alone. */
export type Person = {
  /** The hash of their e-mail address, or of their browser's secret when they gave none. */
  key: string
  /** The name they used last; empty when no comment of theirs is left. */
  name: string
  /** Every name they used, in the order of the alphabet. */
  names: string[]
  /** The address they gave last; null when they gave none. */
  email: string | null
  /** How many comments of theirs there are; what was emptied for good is not counted. */
  counts: Record<CommentStatus, number>
  /** When they wrote last, or, when no comment of theirs is left, when their standing changed. */
  lastSeen: Date
  /** Null for most. */
  standing: Standing | null
}

export type PeopleCursor = { lastSeen: Date; key: string }

export type PeoplePage = {
  /** Those seen last first. */
  people: Person[]
  /** Where the next page begins; null after the last. */
  next: PeopleCursor | null
}

type PeopleQuery = { standing?: Standing; key?: string; after?: PeopleCursor | null; limit?: number }

const key = sql<string>`coalesce(${personKey}, ${people.key})`
const lastSeen = sql<Date>`coalesce(max(${comments.createdAt}), max(${people.changedAt}))`.mapWith(
  comments.createdAt,
)

/** Who wrote here: everybody who can be known again, or those of one standing. Throws when the database does not answer. */
export async function listPeople(
  { standing, key: only, after, limit = 50 }: PeopleQuery = {},
  db = getDb(),
): Promise<PeoplePage> {
  const rows = await db
    .select({
      key,
      name: newest<string>(sql`${comments.name}`),
      names: sql<
        string[]
      >`coalesce(array_agg(distinct ${comments.name}) filter (where ${comments.id} is not null), '{}')`,
      email: newest<string | null>(sql`${commentContacts.email}`),
      held: countOf('held'),
      published: countOf('published'),
      spam: countOf('spam'),
      removed: countOf('removed'),
      lastSeen,
      standing: sql<Standing | null>`max(${people.standing})`,
    })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .fullJoin(people, eq(people.key, personKey))
    .where(
      and(
        sql`${key} is not null`,
        standing && eq(people.standing, standing),
        only === undefined ? undefined : eq(key, only),
      ),
    )
    .groupBy(key)
    .having(
      after
        ? sql`(${lastSeen}, ${key}) < (${after.lastSeen.toISOString()}::timestamptz, ${after.key})`
        : undefined,
    )
    .orderBy(desc(lastSeen), desc(key))
    .limit(limit + 1)
  const found = rows.map(({ held, published, spam, removed, ...row }) => ({
    ...row,
    name: row.name ?? '',
    counts: { held, published, spam, removed },
  }))
  const last = found.length > limit ? found[limit - 1] : undefined
  return {
    people: found.slice(0, limit),
    next: last ? { lastSeen: last.lastSeen, key: last.key } : null,
  }
}

/** One person; null for a key that nobody has. Throws when the database does not answer. */
export async function findPerson(key: string, db = getDb()): Promise<Person | null> {
  const { people } = await listPeople({ key, limit: 1 }, db)
  return people[0] ?? null
}

/** What one person wrote, whatever became of it, newest first. Throws when the database does not answer. */
export async function listCasesOf(
  key: string,
  { after, limit = 50 }: { after?: Cursor | null; limit?: number } = {},
  db = getDb(),
): Promise<CasePage> {
  const rows = await selectCases(db)
    .where(and(isBy([key]), ne(comments.body, ''), isAfter(after)))
    .orderBy(...newestFirst)
    .limit(limit + 1)
  return toPage(await toCases(db, rows), limit)
}

/** Trusts or blocks a person from now on, or with null leaves them to the rules again. Throws when the database does not answer. */
export async function setStanding(key: string, standing: Standing | null, db = getDb()): Promise<void> {
  if (standing === null) {
    await db.delete(people).where(eq(people.key, key))
    return
  }
  const changedAt = sql`now()`
  await db
    .insert(people)
    .values({ key, standing, changedAt })
    .onConflictDoUpdate({ target: people.key, set: { standing, changedAt } })
}

function newest<Value>(column: ReturnType<typeof sql>) {
  return sql<Value | null>`(array_agg(${column} order by ${comments.createdAt} desc nulls last) filter (where ${column} is not null))[1]`
}

function countOf(status: CommentStatus) {
  return sql<number>`(count(*) filter (where ${comments.status} = ${status} and ${comments.body} <> ''))::int`
}
