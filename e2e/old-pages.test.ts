import { openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'

test('a comment on a page that has just grown old, and is being made again, is there for the next reader', async ({
  post,
  baseURL,
}) => {
  // Pages grow old after a minute.
  const address = `${baseURL}${post.path}`
  const form = await openPlainForm(address)
  const askForPage = async () => (await fetch(address)).headers.get('x-nextjs-cache')
  await expect.poll(askForPage, { timeout: 90_000 }).toBe('STALE')
  expect((await postPlainly(form, { body: post.words, name: 'Wren' })).status).toBe(303)
  expect(await (await fetch(address)).text()).toContain(post.words)
})
