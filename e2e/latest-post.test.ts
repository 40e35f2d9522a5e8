import { once } from 'node:events'
import { createServer } from 'node:http'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client'
import { comments, outbox } from '../db/schema'
import { commentForm } from './comment-form'
import { openPlainForm, postPlainly } from './plain-form'
import { siteInUse } from './site-in-use'
import { expect, type FixturePost, test } from './test'

/** How often the blog of each comment was tried, by who wrote it. */
async function listTries(db: Db, post: FixturePost) {
  const rows = await db
    .select({ name: comments.name, id: outbox.id, tries: outbox.attempts })
    .from(outbox)
    .innerJoin(comments, eq(sql`${comments.id}::text`, sql`${outbox.payload} ->> 'comment'`))
    .where(eq(comments.postId, post.slug))
  return rows
}

test('who ticks the box is posted at once, and their blog is asked afterwards', async ({
  page,
  post,
  db,
}) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await expect(form.addLatest).not.toBeChecked()
  await form.fill({ body: post.words, name: 'Wren', website: 'wren.example' })
  await form.addLatest.check()
  await form.button.click()
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
  await expect.poll(() => listTries(db, post)).toMatchObject([{ name: 'Wren', tries: 1 }])
  await form.post({ body: `${post.words} And without it.`, name: 'Tam' })
  await expect(page.getByText('And without it.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a mistake leaves the box ticked', async ({ page, post }) => {
    await page.goto(post.path)
    const form = commentForm(page)
    await form.addLatest.check()
    await form.post({ body: post.words, website: 'wren.example' })
    await expect(form.problem).toBeVisible()
    await expect(form.addLatest).toBeChecked()
  })

  test('the newest post of a blog stands under the comment of its writer', async ({ page, post, db }) => {
    const blog = createServer((request, response) => {
      const isFeed = request.url === '/feed'
      response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' })
      response.end(
        isFeed
          ? `<rss version="2.0"><channel><title>Small Weather</title>
             <item><title>Rain, &lt;i&gt;again&lt;/i&gt;</title><link>/again</link></item></channel></rss>`
          : '<p>Hello</p>',
      )
    }).listen(0, '127.0.0.1')
    await once(blog, 'listening')
    const address = blog.address()
    if (typeof address !== 'object' || !address) throw new Error('It listens to no port.')
    const website = `http://127.0.0.1:${address.port}/`

    const form = await openPlainForm(siteInUse().url + post.path)
    const typed = { body: post.words, name: 'Wren', website: 'https://wren.example', addLatest: 'on' }
    expect((await postPlainly(form, typed)).status).toBe(303)
    await expect.poll(() => listTries(db, post)).toMatchObject([{ name: 'Wren', tries: 1 }])

    // The form takes no address of this machine, and no name leads here: the writer moves, and an hour passes.
    const [job] = await listTries(db, post)
    await db.update(comments).set({ website }).where(eq(comments.postId, post.slug))
    await db
      .update(outbox)
      .set({ dueAt: sql`now()` })
      .where(eq(outbox.id, job?.id ?? 0))
    const another = { body: `${post.words} So say I.`, name: 'Tam', website: 'tam.example', addLatest: 'on' }
    expect((await postPlainly(form, another)).status).toBe(303)

    const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
    await expect(async () => {
      await page.goto(post.path)
      await expect(comment).toContainText('Lately on Small Weather: Rain, again', { timeout: 500 })
    }).toPass()
    const link = comment.getByRole('link', { name: 'Rain, again' })
    await expect(link).toHaveAttribute('href', `${website}again`)
    await expect(link).toHaveAttribute('rel', 'ugc nofollow noopener')
    blog.close()
    blog.closeAllConnections()
  })
})
