import { parseRssFeed } from 'feedsmith'
import { writeRows } from './conversation'
import { expect, test } from './test'

test('a post and the whole blog have a feed of what readers said, and of nothing they cannot see', async ({
  page,
  request,
  db,
  post,
}) => {
  await writeRows(db, post, [
    { name: 'Ada', body: `${post.words} *Twice.*`, publishedAt: new Date() },
    { name: 'Held', status: 'held', number: null, publishedAt: null },
    { name: 'Spam', status: 'spam', number: null, publishedAt: null },
    { name: 'Gone', status: 'removed', publishedAt: new Date() },
  ])
  await page.goto(post.path)
  const found = page.locator('link[type="application/rss+xml"][title^="Comments on"]')
  const address = await found.getAttribute('href')
  expect(address).toMatch(new RegExp(`${post.path}/comments\\.xml$`))
  const own = await request.get(new URL(address ?? '').pathname)
  expect(own.headers()['content-type']).toBe('application/rss+xml; charset=utf-8')
  const { items } = parseRssFeed(await own.text())
  expect(items?.map(({ title }) => title)).toEqual([`Ada on “${post.title}”`])
  expect(items?.[0]?.content?.encoded).toBe(`<p>${post.words} <em>Twice.</em></p>`)

  await page.goto('/')
  const foundOfAll = page.locator('link[type="application/rss+xml"][title$=": comments"]')
  const addressOfAll = new URL((await foundOfAll.getAttribute('href')) ?? '').pathname
  const all = parseRssFeed(await (await request.get(addressOfAll)).text())
  const here = all.items?.filter(({ title }) => title?.endsWith(`“${post.title}”`))
  expect(here?.map(({ title }) => title)).toEqual([`Ada on “${post.title}”`])

  // The address in it leads to the comment.
  await page.goto(new URL(items?.[0]?.link ?? '').pathname)
  await expect(page).toHaveURL(`${post.path}#c-1`)
})

test('there is no feed of comments where there is no post', async ({ request }) => {
  expect((await request.get('/posts/no-such-post/comments.xml')).status()).toBe(404)
})
