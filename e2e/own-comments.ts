import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { comments } from '../db/schema'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { expect, type FixturePost } from './test'

/** A comment of one's own that nobody else sees. */
export function waiting(page: Page): Locator {
  return page.getByRole('article', { name: 'Your comment: Waiting for a read-through' })
}

/** Comments, and resolves when the comment stands in the list. */
export async function publish(page: Page, post: FixturePost, body = post.words): Promise<Locator> {
  await page.goto(post.path)
  await commentForm(page).post({ body, name: 'Wren' })
  const comment = page.getByRole('article', { name: /^Comment \d+ by Wren$/ }).filter({ hasText: body })
  await expect(comment.getByRole('button', { name: 'Edit' })).toBeVisible()
  return comment
}

/** Comments as no person would, and resolves when the comment waits in its place. */
export async function hold(page: Page, post: FixturePost): Promise<Locator> {
  await page.goto(post.path)
  await fillTrap(page.locator('#comment-form'))
  await commentForm(page).post({ body: post.words, name: 'Wren', email: 'wren@example.com' })
  await expect(waiting(page)).toBeVisible()
  return waiting(page)
}

/** Fills in the field that no person sees: what is sent with it waits for the author. */
export async function fillTrap(form: Locator): Promise<void> {
  await form.getByLabel('Leave this field empty').evaluate((field: HTMLInputElement) => {
    field.value = 'Cheap shoes'
  })
}

/** Makes all comments of a post this old, in seconds, by the clock of the database. */
export async function age(db: Db, post: FixturePost, seconds: number): Promise<void> {
  await db
    .update(comments)
    .set({ createdAt: sql`now() - make_interval(secs => ${seconds})` })
    .where(eq(comments.postId, post.slug))
}

/** Has Tam answer the first comment of a post; pages show it once they are made again. */
export async function answerFirst(db: Db, post: FixturePost): Promise<void> {
  const [first] = await listRows(db, post)
  if (!first) throw new Error('There is nothing to answer.')
  await db.insert(comments).values({
    id: randomUUID(),
    postId: post.slug,
    number: 2,
    parentId: first.id,
    rootId: first.rootId,
    status: 'published',
    body: 'An answer.',
    name: 'Tam',
    swatch: '0123456789abcdef',
    publishedAt: new Date(),
  })
}
