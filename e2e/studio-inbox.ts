import type { Locator, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import type { Db } from '../db/client'
import { commentContacts, comments } from '../db/schema'
import { listRows, type Row, writeRows } from './conversation'
import type { FixturePost } from './test'

/** Stores comments on a post that wait for the author, the first the newest, each of somebody who can be known again. */
export async function writeWaiting(db: Db, post: FixturePost, rows: Row[]) {
  const newest = Date.now() - 3_600_000
  await writeRows(
    db,
    post,
    rows.map((row, index) => ({
      status: 'held',
      number: null,
      publishedAt: null,
      reasons: ['first-comment'],
      name: `Waiter ${index + 1}`,
      body: `${post.words} Comment ${index + 1}.`,
      createdAt: new Date(newest - index * 60_000),
      ...row,
    })),
  )
  const stored = await listRows(db, post)
  await db
    .insert(commentContacts)
    .values(stored.map(({ id }) => ({ commentId: id, email: 'w@example.com', emailHash: personOf(id) })))
  return stored.toReversed()
}

/** By what the writer of this comment is known. */
export function personOf(id: string): string {
  return `person of ${id}`
}

/** The inbox with the comments of one post alone, as it holds those of other tests, too. */
export function inboxOf(post: FixturePost, more = ''): string {
  return `/studio?search=${encodeURIComponent(post.words)}${more}`
}

export function caseOf(page: Page, name: string) {
  return page.getByRole('article', { name: `Comment by ${name}`, exact: true })
}

/** What the tabs say, in their order: waiting, published, spam, bin. */
export async function countsOf(page: Page): Promise<number[]> {
  const said = await page.getByRole('navigation', { name: 'Inbox' }).locator('b').allTextContents()
  return said.map(Number)
}

/** All of a comment that an undo gives back. */
export async function stateOf(db: Db, id: string) {
  const [row] = await db.select().from(comments).where(eq(comments.id, id))
  return row
}

/** Opens a field to type in beside a comment: in its place, or without JavaScript where a list leads to. */
export async function openField(comment: Locator, words: string) {
  const link = comment.getByRole('link', { name: words, exact: true })
  if (await link.isVisible()) await link.click()
  else await comment.locator('summary', { hasText: words }).click()
}
