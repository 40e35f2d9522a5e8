import { eq } from 'drizzle-orm'
import { comments } from '../db/schema'
import { openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'

test('whoever sends the same words again and again leads to the same comment, and has no page made again', async ({
  post,
  baseURL,
}) => {
  const address = `${baseURL}${post.path}`
  const form = await openPlainForm(address)
  const typed = { body: post.words, name: 'Wren' }
  const first = await postPlainly(form, typed)
  const askForPage = async () => (await fetch(address)).headers.get('x-nextjs-cache')
  await expect.poll(askForPage).toBe('HIT')
  for (let time = 0; time < 3; time++) {
    const again = await postPlainly(form, typed)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await askForPage()).toBe('HIT')
  }
})

test('words that were removed are not said to wait for the author when they come again', async ({
  post,
  db,
  baseURL,
}) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  const typed = { body: post.words, name: 'Wren' }
  await postPlainly(form, typed)
  await db
    .update(comments)
    .set({ status: 'removed', removedAt: new Date() })
    .where(eq(comments.postId, post.slug))
  const again = await postPlainly(form, typed)
  expect(again.status).toBe(200)
  expect(await again.text()).toContain('You have posted these words here before, and they were removed.')
})
