import { eq } from 'drizzle-orm'
import { comments } from '../db/schema'
import { specialPosts } from './fixture-posts'
import { openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'

test('what is sent to a post that the author closed is refused in plain words, and stored nowhere', async ({
  db,
  post,
  baseURL,
}) => {
  const form = await openPlainForm(baseURL + post.path)
  const said = { body: post.words, name: 'Wren', slug: specialPosts.closed }
  // From its own page, which had a form before it was closed, and by way of another.
  for (const url of [`${baseURL}/posts/${specialPosts.closed}`, form.url]) {
    const answer = await postPlainly({ ...form, url }, said)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('Comments are closed on this post. You can still write to me.')
    expect(html).toContain(post.words)
  }
  expect(await db.$count(comments, eq(comments.body, post.words))).toBe(0)
})
