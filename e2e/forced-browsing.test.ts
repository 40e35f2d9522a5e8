import { randomBytes, randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { inArray } from 'drizzle-orm'
import { answers, commentContacts, comments, decisions, follows, guests } from '../db/schema'
import { addLastWord, listRows, type Row, writeRows } from './conversation'
import { specialPosts } from './fixture-posts'
import { listAddresses } from './list-addresses'
import { expect, test } from './test'

/** A draft of the author, and a post of next year. */
const unread = ['apology-second-draft', specialPosts.scheduled]

/** One word a comment, in all that its writer filled in, that stands nowhere else. */
function hidden(word: string, row: Row): Row {
  const website = `https://canary-${word}.example/`
  const title = `canary-${word}`
  return {
    name: title,
    body: title,
    website,
    latestPost: { blog: title, title, url: website },
    number: null,
    publishedAt: null,
    ...row,
  }
}

const removed = { status: 'removed', removedAt: new Date() } as const
const wasPublished = (number: number) => ({ number, publishedAt: new Date() })

test.afterEach(async ({ db }) => {
  await db.delete(comments).where(inArray(comments.postId, unread))
})

test('whoever looks everywhere finds no word that is not for them, no e-mail address and no hash', async ({
  request,
  db,
  post,
}) => {
  await writeRows(db, post, [
    { name: 'Ada' },
    { name: 'Ben', answers: 1 },
    hidden('held', { status: 'held', reasons: ['first-comment'] }),
    hidden('spam', { status: 'spam', reasons: ['links'] }),
    hidden('for-author', { status: 'held', forAuthor: true }),
    hidden('binned', { ...removed, ...wasPublished(6) }),
    hidden('tombstone', { ...removed, ...wasPublished(7) }),
    { name: 'Cy', answers: 7 },
    hidden('deleted', { ...removed, ...wasPublished(9) }),
    hidden('never-shown', removed),
    hidden('answer', { status: 'held', answers: 1 }),
  ])
  const rows = await listRows(db, post)
  const hash = () => `ca9a7e${randomBytes(29).toString('hex')}`
  for (const { id } of rows) {
    const hashes = { emailHash: hash(), addressHash: hash(), writerHash: hash() }
    await db.insert(commentContacts).values({ commentId: id, email: 'canary-address@example.com', ...hashes })
  }
  // What a published comment said before it was edited, and what its writer deleted.
  const never = { publishedAt: null, editedAt: null, removedAt: null }
  const earlier = { ...never, status: 'published' as const, reasons: [], body: 'canary-earlier' }
  for (const { id } of rows.filter(({ status }) => status === 'published')) {
    await db.insert(decisions).values({ commentId: id, verb: 'edit', by: 'writer', before: earlier })
  }
  // What the author answered by letter, and somebody who asked for letters.
  const guestKey = hash()
  const forAuthor = rows.find((row) => row.forAuthor)
  const [noted] = await db
    .insert(decisions)
    .values({ commentId: forAuthor?.id ?? '', verb: 'answer', by: 'author' })
    .returning({ id: decisions.id })
  await db.insert(answers).values({ decisionId: noted?.id ?? 0, body: 'canary-answered' })
  await db
    .insert(guests)
    .values({ key: guestKey, email: 'canary-guest@example.com', confirmedAt: new Date() })
  await db.insert(follows).values({ id: randomUUID(), guestKey, postId: post.slug })
  for (const slug of unread) {
    const id = randomUUID()
    const { answers: _, ...row } = hidden(slug, { status: 'published', ...wasPublished(1) })
    const whole = { id, rootId: id, postId: slug, swatch: '0123456789abcdef', status: 'published' as const }
    await db.insert(comments).values({ name: '', body: '', ...row, ...whole })
  }
  await addLastWord(db, post)

  const everyNumber = ['c/N', 'reply/N', 'comments/thread/N/1'].flatMap((end) =>
    rows.map((_, index) => end.replace('N', String(index + 1))),
  )
  const own = [
    ...['mine', 'receipt', 'comments.xml', 'follow'],
    ...['comments/newest/1', 'comments/newest/2', 'comments/1', 'comments/2'],
    ...everyNumber,
    ...rows.map(({ id }) => `receipt/${id}`),
  ].map((end) => `${post.path}/${end}`)
  const ofUnread = unread.flatMap((slug) =>
    [
      ...['', '/mine', '/c/1', '/reply/1', '/comments.xml'],
      ...['/comments/1', '/comments/newest/1', '/comments/thread/1/1'],
    ].map((end) => `/posts/${slug}${end}`),
  )
  const begin = [
    ...(await listAddresses(request)),
    post.path,
    ...own,
    ...ofUnread,
    '/sitemap.xml',
    '/robots.txt',
    '/feed.xml',
    '/comments.xml',
    '/health',
    '/never-a-page',
    // All of them begin with it, and what is asked for is said again.
    '/search?q=canary',
    '/posts/never-written',
    '/studio',
    '/studio/people',
    '/remake',
    ...['/regulars', '/blogroll.opml', '/cron', '/latest-posts'],
    ...['confirm', 'stop', 'decide'].flatMap((page) =>
      ['made-up', forAuthor?.id].map((token) => `/letters/${page}/${token}`),
    ),
    '/letters/stop/made-up/now',
    ...['', '/erase', '/export', `/${'x'.repeat(43)}`, `/feed/${'x'.repeat(43)}`].map(
      (end) => `/my-comments${end}`,
    ),
    ...rows.map(({ id }) => `/my-comments/comments/${id}`),
  ]
  const read = await crawl(request, begin)
  expect(read.size, 'it went far enough').toBeGreaterThan(150)
  const told = [...read].filter(([, text]) => /canary-|ca9a7e/.test(text)).map(([path]) => path)
  expect(told).toEqual([])
  console.info(`T19: ${read.size} answers read, ${told.length} with a canary`)

  // Those of the first rows, and the last word.
  const published = rows.filter(({ status }) => status === 'published').length + 1
  for (const path of [post.path, `${post.path}/comments/newest/1`]) {
    expect(read.get(path), path).toContain(`>${published} comments</h2>`)
  }
  const totals = [...(read.get(post.path) ?? '').matchAll(/(\d+) comments?\b/g)].map(([, total]) => total)
  expect(new Set(totals)).toEqual(new Set([String(published)]))
})

/** Pages of fixtures, and of one comment or one writer, are like those that a test begins with. */
const alike = /^\/posts\/(fixture-(?!001|talked)|.*\/(reply|receipt|c)\b)/

/** Everything that a stranger is answered, by address, from these on along every link, as a page and as a payload. */
async function crawl(request: APIRequestContext, begin: string[]): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  const known = new Set(begin)
  const ahead = [...begin]
  const visit = async (path: string) => {
    const page = await (await request.get(path, { maxRedirects: 0 })).text()
    const payload = await request.get(`${path}${path.includes('?') ? '&' : '?'}_rsc=1`, {
      headers: { RSC: '1' },
      maxRedirects: 0,
    })
    read.set(path, page)
    read.set(`${path} as a payload`, await payload.text())
    for (const [, address = ''] of page.matchAll(/(?:href|src|content)="([^"#]+)/g)) {
      const url = new URL(address.replaceAll('&amp;', '&'), new URL(path, 'http://localhost'))
      const next = url.pathname + url.search
      const isOurs = /^(\/|http:\/\/localhost)/.test(address) && !address.startsWith('//')
      if (!isOurs || known.has(next) || alike.test(next) || next.startsWith('/_next/')) continue
      known.add(next)
      ahead.push(next)
    }
  }
  for (let some = ahead.splice(0, 8); some.length > 0; some = ahead.splice(0, 8)) {
    await Promise.all(some.map(visit))
  }
  return read
}
