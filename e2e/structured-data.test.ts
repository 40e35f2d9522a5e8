import { addLastWord, writeRows } from './conversation'
import { expectHarmless, payloads } from './hostile'
import { expect, test } from './test'

test('machines read who wrote the post and what was said under it, and hostile names as names', async ({
  page,
  db,
  post,
  blog,
  baseURL,
}) => {
  const rows = payloads.map((payload) => ({ name: payload, body: payload }))
  await writeRows(db, post, [...rows, { status: 'removed', name: 'canary', body: 'canary', answers: 1 }])
  await addLastWord(db, post)
  await expectHarmless(page, () => page.goto(post.path))
  const found = page.locator('script[type="application/ld+json"]')
  await expect(found).toHaveCount(1)
  const text = (await found.textContent()) ?? ''
  expect(text).not.toContain('<')
  expect(text).not.toContain('canary')
  const url = `${baseURL}${post.path}`
  expect(JSON.parse(text)).toMatchObject({
    '@type': 'BlogPosting',
    headline: post.title,
    url,
    author: { '@type': 'Person', name: blog.author },
    commentCount: payloads.length + 1,
    comment: [...payloads, 'Wren'].map((name, index) => ({
      '@type': 'Comment',
      url: `${url}#c-${name === 'Wren' ? index + 2 : index + 1}`,
      author: { name },
    })),
  })
})
