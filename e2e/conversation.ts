import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Db } from '../db/client'
import { comments, conversations } from '../db/schema'
import { openPlainForm, postPlainly } from './plain-form'
import { siteInUse } from './site-in-use'
import { expect, type FixturePost } from './test'

/** What matters about a comment; the rest is made up. `answers` is the number of an earlier one. */
export type Row = Partial<typeof comments.$inferInsert> & { answers?: number }

/**
 * Gives a post without comments these, numbered from 1, published unless they say otherwise. Live pages have
 * them at once; the post's own page does when somebody comments (`addLastWord`).
 */
export async function writeRows(
  db: Db,
  post: Pick<FixturePost, 'slug' | 'title'>,
  rows: Row[],
): Promise<void> {
  const whole: (typeof comments.$inferInsert)[] = []
  for (const [index, { answers, ...given }] of rows.entries()) {
    const number = index + 1
    const id = randomUUID()
    const parent = answers === undefined ? undefined : whole[answers - 1]
    whole.push({
      id,
      postId: post.slug,
      number,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      status: 'published',
      body: `Comment ${number} on ${post.title}.`,
      name: 'Nell',
      swatch: '0123456789abcdef',
      publishedAt: new Date(Date.UTC(2026, 0, 1, 9, number)),
      ...given,
    })
  }
  await db.insert(comments).values(whole)
  await db.insert(conversations).values({ postId: post.slug, nextNumber: rows.length + 1 })
}

/**
 * Says one thing more, as any reader could, so that the post's page is made again with all that was said
 * before, and resolves when readers are given that page: a second later at most.
 */
export async function addLastWord(db: Db, post: FixturePost): Promise<void> {
  const address = siteInUse().url + post.path
  const answer = await postPlainly(await openPlainForm(address), { body: post.words, name: 'Wren' })
  expect(answer.status).toBe(303)
  const total = await db.$count(
    comments,
    and(eq(comments.postId, post.slug), eq(comments.status, 'published')),
  )
  const heading = new RegExp(`>${total} comments?</h2>`)
  await expect.poll(async () => heading.test(await (await fetch(address)).text())).toBe(true)
}

/** Has somebody else hold the number that is given next: of this post nothing can be published, as if the database failed. */
export async function takeNextNumber(db: Db, post: Pick<FixturePost, 'slug' | 'title'>): Promise<void> {
  const [row] = await db.select().from(conversations).where(eq(conversations.postId, post.slug))
  if (!row) throw new Error('Nobody has said anything there.')
  const id = randomUUID()
  const number = row.nextNumber
  const made = {
    id,
    rootId: id,
    postId: post.slug,
    number,
    status: 'published' as const,
    publishedAt: new Date(),
  }
  await db.insert(comments).values({ ...made, body: 'In the way.', name: 'Nell', swatch: '0123456789abcdef' })
}

/** The comments of a post as they are stored, in the order they were written. */
export function listRows(db: Db, post: FixturePost) {
  return db.select().from(comments).where(eq(comments.postId, post.slug)).orderBy(comments.createdAt)
}
