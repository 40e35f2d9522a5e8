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
    image: `${baseURL}/pictures${post.path}.png`,
    author: { '@type': 'Person', name: blog.author },
    commentCount: payloads.length + 1,
    comment: [...payloads, 'Wren'].map((name, index) => ({
      '@type': 'Comment',
      url: `${url}#c-${name === 'Wren' ? index + 2 : index + 1}`,
      author: { name },
    })),
  })
})

test('what machines are told was said is what the page says, and nothing that it does not show', async ({
  page,
  db,
  post,
}) => {
  const at = (minute: number) => new Date(Date.UTC(2026, 1, 3, 4, minute))
  await writeRows(db, post, [
    { name: 'Ada', body: 'On the bus, in *one* breath.', publishedAt: at(1) },
    { name: 'Bo', body: 'Not said yet: canary', status: 'held', number: null, publishedAt: null },
    { name: 'Cy', body: 'So did I.', answers: 1, publishedAt: at(2) },
    { name: 'Dov', body: 'Cheap canary', status: 'spam', publishedAt: at(3) },
    { name: 'Noa נועה', body: 'גם אני', publishedAt: at(4) },
    { name: 'Flo', body: 'Gone, canary', status: 'removed', answers: 1, publishedAt: at(5) },
  ])
  await addLastWord(db, post)
  await page.goto(post.path)
  const told: unknown = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
  )
  expect(JSON.stringify(told)).not.toContain('canary')
  const main = page.getByRole('main')
  const articles = await main.getByRole('article', { name: /^Comment \d+ by / }).all()
  const shown = await Promise.all(
    articles.map(async (article) => ({
      '@type': 'Comment',
      url: new URL(`${post.path}#${await article.getAttribute('id')}`, page.url()).href,
      author: { '@type': 'Person', name: await article.locator('.p-author').textContent() },
      // The page says it to the minute.
      datePublished: expect.stringContaining(
        (await article.locator('time').getAttribute('datetime'))?.replace('Z', '') ?? 'no time',
      ),
      text: (await article.locator('.e-content').textContent())?.trim(),
    })),
  )
  expect(shown.map(({ author }) => author.name)).toEqual(['Ada', 'Cy', 'Noa נועה', 'Wren'])
  expect(told).toMatchObject({ commentCount: 4, comment: shown })
})

test('machines read on the home page whose blog it is, and what it is called', async ({
  page,
  blog,
  baseURL,
}) => {
  await page.goto('/')
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  const told: unknown = JSON.parse(text ?? '')
  expect(told).toMatchObject({
    '@type': ['WebSite', 'Blog'],
    name: blog.name,
    url: baseURL,
    author: { '@type': 'Person', name: blog.author },
  })
})
