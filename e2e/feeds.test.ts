import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { addLastWord, writeRows } from './conversation'
import { expect, test } from './test'

const title = 'Sometimes we fail'

test('the blog has a feed in three formats, each found from any of its posts', async ({ page, request }) => {
  await page.goto('/posts/sometimes-we-fail')
  const find = async (type: string) => {
    const link = page.locator(`link[rel="alternate"][type="${type}"]`).first()
    const answer = await request.get(new URL((await link.getAttribute('href')) ?? '').pathname)
    expect(answer.headers()['content-type']).toBe(`${type}; charset=utf-8`)
    return answer.text()
  }
  const titles = [
    parseRssFeed(await find('application/rss+xml')).items?.map((item) => item.title),
    parseAtomFeed(await find('application/atom+xml')).entries?.map((entry) => entry.title?.value),
    parseJsonFeed(await find('application/feed+json')).items?.map((item) => item.title),
  ]
  for (const each of titles) expect(each).toEqual(titles[0])
  expect(titles[0]).toContain(title)
})

test('who guesses where the feed is has it', async ({ request }) => {
  const guesses = {
    '/feed.xml': ['/rss', '/rss.xml', '/feed', '/feed/', '/index.xml'],
    '/atom.xml': ['/atom'],
  }
  for (const [feed, paths] of Object.entries(guesses)) {
    for (const path of paths) {
      const answer = await request.get(path)
      expect(answer.status(), path).toBe(200)
      expect(new URL(answer.url()).pathname, path).toBe(feed)
    }
  }
})

test('whoever has a feed already is told so, and who has not is given it', async ({ request, db, post }) => {
  await writeRows(db, post, [{ name: 'Ada', body: post.words, publishedAt: new Date() }])
  const comments = `${post.path}/comments.xml`
  for (const path of ['/feed.xml', '/atom.xml', '/feed.json', '/tags/failure/feed.xml', comments]) {
    const first = await request.get(path)
    expect(first.status(), path).toBe(200)
    const tag = first.headers().etag ?? ''
    expect(tag, path).toMatch(/^W\/"[\w-]{22}"$/)
    const again = await request.get(path, { headers: { 'If-None-Match': tag } })
    expect(again.status(), path).toBe(304)
    expect(await again.text(), path).toBe('')
    const other = await request.get(path, { headers: { 'If-None-Match': '"yesterday"' } })
    expect(await other.text(), path).toBe(await first.text())
  }
  const tag = (await request.get(comments)).headers().etag ?? ''
  await addLastWord(db, post)
  const changed = await request.get(comments, { headers: { 'If-None-Match': tag } })
  expect(changed.status()).toBe(200)
  expect(await changed.text()).toContain('Wren on')
})
