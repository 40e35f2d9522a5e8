import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { type Anchor, commentSources, commentStatuses, type LatestPost } from '../lib/comments/comment'
import { decisionMakers, decisionVerbs, type StateBefore, standings } from '../lib/comments/decision'
import type { Blog } from '../lib/latest/list-posts'
import type { LetterPurpose } from '../lib/mail/letter-purpose'

// In one file, as drizzle-kit reads it, and as tables name each other.

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

/**
 * Now, for an instant that is compared with `now()` soon after: to a millisecond that is rounded up half of the time, and
 * what is to be due or over at once would still be to come.
 */
export const storedNow = sql`date_trunc('milliseconds', now())`

export const commentStatus = pgEnum('comment_status', commentStatuses)
export const commentSource = pgEnum('comment_source', commentSources)
export const personStanding = pgEnum('person_standing', standings)
export const decisionVerb = pgEnum('decision_verb', decisionVerbs)
export const decisionMaker = pgEnum('decision_maker', decisionMakers)

export const comments = pgTable(
  'comments',
  {
    id: uuid('id').primaryKey(),
    /** The post's id, not its slug: a renamed post keeps its comments. */
    postId: text('post_id').notNull(),
    /** Given at first publication and never again; null until then. */
    number: integer('number'),
    parentId: uuid('parent_id').references((): AnyPgColumn => comments.id),
    /** The comment that began the thread; its own id at the top. */
    rootId: uuid('root_id')
      .notNull()
      .references((): AnyPgColumn => comments.id),
    status: commentStatus('status').notNull(),
    /** Names of the rules that held it; empty when none did. */
    reasons: text('reasons').array().notNull().default(sql`'{}'::text[]`),
    body: text('body').notNull(),
    name: text('name').notNull(),
    website: text('website'),
    swatch: text('swatch').notNull(),
    byAuthor: boolean('by_author').notNull().default(false),
    /** "Just for the author": never published, whatever is decided. */
    forAuthor: boolean('for_author').notNull().default(false),
    latestPost: jsonb('latest_post').$type<LatestPost>(),
    anchor: jsonb('anchor').$type<Anchor>(),
    source: commentSource('source').notNull().default('site'),
    sourceId: text('source_id'),
    /** Made in the reader's browser, so that a retry is answered with the first comment. */
    key: uuid('key').unique(),
    createdAt: instant('created_at').notNull().defaultNow(),
    publishedAt: instant('published_at'),
    editedAt: instant('edited_at'),
    removedAt: instant('removed_at'),
  },
  (table) => [
    unique('comments_post_number').on(table.postId, table.number),
    unique('comments_source').on(table.source, table.sourceId),
    index('comments_post_status').on(table.postId, table.status, table.number),
    index('comments_root').on(table.rootId, table.number),
    index('comments_created').on(table.status, table.createdAt),
    index('comments_published').on(table.status, table.publishedAt),
    /** The few that the author is to decide about. */
    index('comments_latest_held')
      .on(table.publishedAt)
      .where(sql`(${table.latestPost} ->> 'nowCalled') is not null`),
    /** Finds the same words again, whatever their length. */
    index('comments_body').using('hash', table.body),
    check(
      'comments_published_has_number',
      sql`${table.status} <> 'published' or (${table.number} is not null and ${table.publishedAt} is not null)`,
    ),
    check('comments_for_author_unpublished', sql`not (${table.forAuthor} and ${table.status} = 'published')`),
  ],
)

/** What only the studio and the mailer may read. */
export const commentContacts = pgTable(
  'comment_contacts',
  {
    commentId: uuid('comment_id')
      .primaryKey()
      .references(() => comments.id, { onDelete: 'cascade' }),
    email: text('email'),
    /** HMAC-SHA-256 of the lower-cased e-mail address, in hex. */
    emailHash: text('email_hash'),
    /** HMAC-SHA-256 of the network address under a key that lives for a day; null where the address is not believed. */
    addressHash: text('address_hash'),
    /** SHA-256, in hex, of the secret in a cookie of the browser that wrote it: shows and edits its own. Null where it kept none. */
    writerHash: text('writer_hash'),
  },
  (table) => [
    index('comment_contacts_email').on(table.emailHash),
    index('comment_contacts_writer').on(table.writerHash),
    index('comment_contacts_address').on(table.addressHash),
  ],
)

/** Whom the author trusts or has blocked; nobody else has a row. */
export const people = pgTable('people', {
  /** The hash of their e-mail address, or of their browser's secret when they gave none: both as in `comment_contacts`. */
  key: text('key').primaryKey(),
  standing: personStanding('standing').notNull(),
  changedAt: instant('changed_at').notNull().defaultNow(),
})

/** What became of a comment and by whom, newest last. What it was before is kept, so that it can be undone. */
export const decisions = pgTable(
  'decisions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    verb: decisionVerb('verb').notNull(),
    by: decisionMaker('by').notNull(),
    before: jsonb('before').$type<StateBefore>(),
    at: instant('at').notNull().defaultNow(),
    undoneAt: instant('undone_at'),
  },
  (table) => [index('decisions_comment').on(table.commentId, table.id)],
)

/** What the author answered to what was written for them alone, each noted as a decision; it goes by letter. */
export const answers = pgTable('answers', {
  decisionId: bigint('decision_id', { mode: 'number' })
    .primaryKey()
    .references(() => decisions.id, { onDelete: 'cascade' }),
  /** As typed. */
  body: text('body').notNull(),
  /** When the letter went; null: it waits, or could not be sent. */
  sentAt: instant('sent_at'),
})

/** What the author set in the studio, by name; absent means as it comes. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: jsonb('value').notNull(),
  changedAt: instant('changed_at').notNull().defaultNow(),
})

/** One row per post with comments: locked while a number is given. */
export const conversations = pgTable('conversations', {
  postId: text('post_id').primaryKey(),
  nextNumber: integer('next_number').notNull().default(1),
  /** When a reader last saw something change: pages older than this are made again at start. */
  changedAt: instant('changed_at').notNull().defaultNow(),
})

/** Work that follows from a write, stored in the same transaction: letters to send, feeds to read. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    /** The same work is stored once. */
    key: text('key').unique(),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    dueAt: instant('due_at').notNull().default(storedNow),
    doneAt: instant('done_at'),
  },
  (table) => [index('outbox_due').on(table.doneAt, table.dueAt)],
)

/** People who asked for letters, by the hash of their e-mail address as in `comment_contacts`. */
export const guests = pgTable('guests', {
  key: text('key').primaryKey(),
  email: text('email').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  /** When they said from their own inbox that the address is theirs; null: they get no letter but the question. */
  confirmedAt: instant('confirmed_at'),
  /** When they were last asked so: at most once a day. */
  askedAt: instant('asked_at'),
  /** When they last asked for the way to their own comments. */
  ownAskedAt: instant('own_asked_at'),
  /** When they stopped all letters; null: they did not. */
  stoppedAt: instant('stopped_at'),
  /** When they asked to stand among the regulars; null: they do not. */
  listedAt: instant('listed_at'),
})

/** Which conversations a guest wants to hear of. */
export const follows = pgTable(
  'follows',
  {
    id: uuid('id').primaryKey(),
    guestKey: text('guest_key')
      .notNull()
      .references(() => guests.key, { onDelete: 'cascade' }),
    postId: text('post_id').notNull(),
    /** The comment of theirs whose replies they want; null: everything said on the post. */
    commentId: uuid('comment_id').references(() => comments.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    stoppedAt: instant('stopped_at'),
  },
  (table) => [
    unique('follows_once').on(table.guestKey, table.postId, table.commentId).nullsNotDistinct(),
    index('follows_post').on(table.postId, table.commentId),
    index('follows_comment').on(table.commentId),
  ],
)

/** What the addresses in letters open, each for one purpose and one subject: stored as hashes alone. */
export const letterKeys = pgTable(
  'letter_keys',
  {
    /** SHA-256 of the token in the address, in hex. */
    hash: text('hash').primaryKey(),
    purpose: text('purpose').$type<LetterPurpose>().notNull(),
    guestKey: text('guest_key').references(() => guests.key, { onDelete: 'cascade' }),
    followId: uuid('follow_id').references(() => follows.id, { onDelete: 'cascade' }),
    commentId: uuid('comment_id').references(() => comments.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    index('letter_keys_expires').on(table.expiresAt),
    index('letter_keys_guest').on(table.guestKey),
    index('letter_keys_follow').on(table.followId),
    index('letter_keys_comment').on(table.commentId),
  ],
)

/** What was read of blogs within the last day, whoever asked: a cache, which may be emptied at any time. */
export const blogReads = pgTable(
  'blog_reads',
  {
    /** A keyed hash of the address that was typed, which may never become a comment. */
    key: text('key').primaryKey(),
    /** Null for one that could not be read. */
    blog: jsonb('blog').$type<Blog>(),
    readAt: instant('read_at').notNull().defaultNow(),
  },
  (table) => [index('blog_reads_read').on(table.readAt)],
)

/** When something happened lately, at most as often as its limit allows; shared by all processes. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    bucket: text('bucket').primaryKey(),
    times: instant('times').array().notNull(),
    /** From then on the row says nothing any more. */
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('rate_limits_expires').on(table.expiresAt)],
)

/** Keys for hashes, made by the first process that needs one. */
export const secrets = pgTable('secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
})

/** What opens the studio, as hashes alone: the author's password, and the one-time address for setting it. */
export const studioKeys = pgTable('studio_keys', {
  kind: text('kind', { enum: ['password', 'invitation'] }).primaryKey(),
  /** Of a password by scrypt with its own salt, of an invitation's token by SHA-256. */
  hash: text('hash').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  /** From then on it opens nothing; null: never. */
  expiresAt: instant('expires_at'),
})

/** One row per browser the author is signed in with. */
export const studioSessions = pgTable('studio_sessions', {
  id: uuid('id').primaryKey(),
  /** SHA-256 of the token in the browser's cookie, in hex. */
  tokenHash: text('token_hash').notNull().unique(),
  /** Which browser on what, in our own words: what it said of itself is not kept. */
  device: text('device').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  /** When it last changed something: reading writes nothing. */
  activeAt: instant('active_at').notNull().defaultNow(),
})
