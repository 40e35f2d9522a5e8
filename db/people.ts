import { and, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Cursor } from '../lib/comments/cursor'
import type { Standing } from '../lib/comments/decision'
import type { InboxPlace } from '../lib/studio/inbox-query'
import { isBy, personKey, place, selectCases, toCases } from './case-columns'
import { type Db, getDb } from './client'
import { type CasePage, isAfter, newestFirst, toPage } from './inbox'
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
  counts: Record<InboxPlace, number>
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

type PeopleQuery = { standing?: Standing; after?: PeopleCursor | null; limit?: number }

/** Who wrote here: everybody who can be known again, or those of one standing. Throws when the database does not answer. */
export async function listPeople(
  { standing, after, limit = 50 }: PeopleQuery = {},
  db = getDb(),
): Promise<PeoplePage> {
  const key = sql<string>`coalesce(${personKey}, ${people.key})`
  const lastSeen = sql<Date>`coalesce(max(${comments.createdAt}), max(${people.changedAt}))`.mapWith(
    comments.createdAt,
  )
  const rows = await db
    .select({ key, lastSeen, standing: sql<Standing | null>`max(${people.standing})` })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .fullJoin(people, eq(people.key, personKey))
    .where(and(sql`${key} is not null`, standing && eq(people.standing, standing)))
    .groupBy(key)
    .having(
      after
        ? sql`(${lastSeen}, ${key}) < (${after.lastSeen.toISOString()}::timestamptz, ${after.key})`
        : undefined,
    )
    .orderBy(desc(lastSeen), desc(key))
    .limit(limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const left = await readLeft(
    db,
    shown.map(({ key }) => key),
  )
  return {
    people: shown.map((row) => ({ ...nothing, ...left.get(row.key), ...row })),
    next: last ? { lastSeen: last.lastSeen, key: last.key } : null,
  }
}

/** One person; null for a key that nobody has. Throws when the database does not answer. */
export async function findPerson(key: string, db = getDb()): Promise<Person | null> {
  const left = (await readLeft(db, [key])).get(key)
  const [row] = await db.select().from(people).where(eq(people.key, key))
  if (left) return { key, standing: row?.standing ?? null, ...left }
  return row ? { key, standing: row.standing, lastSeen: row.changedAt, ...nothing } : null
}

/** What a person left here, but for who they are. */
type Left = Omit<Person, 'key' | 'standing'>

const nothing = {
  name: '',
  names: [],
  email: null,
  counts: { held: 0, answered: 0, published: 0, spam: 0, removed: 0 },
}

/** Of those alone whom a page shows, as every name and every comment of theirs is looked at. */
async function readLeft(db: Db, keys: string[]): Promise<Map<string, Left>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .select({
      key: sql<string>`${personKey}`,
      lastSeen: sql<Date>`max(${comments.createdAt})`.mapWith(comments.createdAt),
      name: sql<string>`(array_agg(${comments.name} order by ${comments.createdAt} desc))[1]`,
      names: sql<string[]>`array_agg(distinct ${comments.name})`,
      email: sql<
        string | null
      >`(array_agg(${commentContacts.email} order by ${comments.createdAt} desc) filter (where ${commentContacts.email} is not null))[1]`,
      held: countIn('held'),
      answered: countIn('answered'),
      published: countIn('published'),
      spam: countIn('spam'),
      removed: countIn('removed'),
    })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .where(isBy(keys))
    .groupBy(personKey)
  return new Map(
    rows.map(({ key, held, answered, published, spam, removed, ...row }) => [
      key,
      { ...row, counts: { held, answered, published, spam, removed } },
    ]),
  )
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

/** The ids of what waits of one person. Throws when the database does not answer. */
export async function listWaitingOf(key: string, db = getDb()): Promise<string[]> {
  const rows = await db
    .select({ id: comments.id })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .where(and(isBy([key]), sql`${place} = 'held'`))
  return rows.map(({ id }) => id)
}

/**
 * Trusts or blocks a person from now on, or with null leaves them to the rules again. Gives the ids of the posts whose
 * pages it changes: where they are trusted by it, or not any more, those on which something of theirs is published that
 * links their site, as finders may follow that link or not. The regulars may be others by any of it. Throws when the
 * database does not answer; then nothing is changed.
 */
export async function setStanding(key: string, standing: Standing | null, db = getDb()): Promise<string[]> {
  const [before] = await db.select({ standing: people.standing }).from(people).where(eq(people.key, key))
  const isTrustChanged = (before?.standing === 'trusted') !== (standing === 'trusted')
  // Before anything is changed: what could not be read could not be made again.
  const posts = isTrustChanged ? await listPostsLinking(key, db) : []
  if (standing === null) await db.delete(people).where(eq(people.key, key))
  else await upsertStanding(key, standing, db)
  return posts
}

/** As `findTrusted` asks: of a browser that is trusted this is all it wrote, whatever the address. */
async function listPostsLinking(key: string, db: Db): Promise<string[]> {
  const isTheirs = or(eq(commentContacts.emailHash, key), eq(commentContacts.writerHash, key))
  const rows = await db
    .selectDistinct({ postId: comments.postId })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .where(and(isTheirs, eq(comments.status, 'published'), isNotNull(comments.website)))
  return rows.map(({ postId }) => postId)
}

async function upsertStanding(key: string, standing: Standing, db: Db): Promise<void> {
  const changedAt = sql`now()`
  await db
    .insert(people)
    .values({ key, standing, changedAt })
    .onConflictDoUpdate({ target: people.key, set: { standing, changedAt } })
}

function countIn(one: InboxPlace) {
  return sql<number>`(count(*) filter (where ${place} = ${one} and ${comments.body} <> ''))::int`
}
