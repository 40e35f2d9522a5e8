import { rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeDb, getDb } from '../db/client'
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start-embedded'
import { migrate } from '../db/migrate'
import { addComment } from '../db/testing/comment-of'
import { forgetLatestPosts, listLatestPosts } from '../db/testing/latest-posts'
import { env } from '../lib/env'
import { closedPort, filteredPort, serveWeb, type WebServer } from '../lib/net/testing/web-server'
import { addLatestPosts } from './add-latest-posts'
import { failsAfter, offerLatestPosts, takeChoice } from './offer-latest-posts'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:os'),
    import('node:path'),
  ])
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'offers-'))
  process.env.POSTGRES_URL = ''
})

let database: EmbeddedServer
let server: WebServer
let answer: RequestListener = (_, response) => response.end()
let asked: string[] = []

beforeAll(async () => {
  database = await startEmbedded(env.DATA_DIR)
  await migrate()
  server = await serveWeb((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`)
    answer(request, response)
  })
})
afterAll(async () => {
  await closeDb(getDb())
  await database.stop()
  await server.close()
  rmSync(env.DATA_DIR, { recursive: true })
})
beforeEach(async () => {
  asked = []
  await forgetLatestPosts(getDb())
})

const at = (host: string, port = server.port) => `http://${host}:${port}/`
const web = { mayReach: () => true, resolve: async () => ['127.0.0.1'] }
const offer = (website: string) => offerLatestPosts(website, web)

/** A blog with so many posts, the newest first. */
function blog(count: number): RequestListener {
  const items = Array.from(
    { length: count },
    (_, index) => `<item><title>Post ${index + 1}</title><link>/${index + 1}</link></item>`,
  )
  const feed = `<rss version="2.0"><channel><title>Small Weather</title>${items.join('')}</channel></rss>`
  return (_, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end(feed)
}

test('ten posts at most are offered, and each choice is one of them', async () => {
  answer = blog(12)
  const website = at('wren.example')
  const offered = await offer(website)
  expect(offered?.posts.map(({ title }) => title)).toEqual(
    Array.from({ length: 10 }, (_, index) => `Post ${index + 1}`),
  )
  const third = offered?.posts[2]?.choice ?? ''
  const chosen = { blog: 'Small Weather', feed: website, title: 'Post 3', url: `${website}3` }
  expect(await takeChoice(third, website)).toEqual(chosen)
  expect(await takeChoice(third, at('tam.example'))).toBeNull()
  expect(await takeChoice('', website)).toBeNull()
  expect(await takeChoice(`${third}0`, website)).toBeNull()
})

test('the offer and the comment cost a blog one visit, however often it is asked for', async () => {
  answer = blog(2)
  const website = at('wren.example')
  await Promise.all([offer(website), offer(website)])
  await offer(website)
  const id = await addComment(getDb(), { postId: 'a', website, wantsLatestPost: true })
  await addLatestPosts({ most: 1, web })
  expect(await listLatestPosts(getDb(), [id])).toMatchObject([{ title: 'Post 1' }])
  expect(asked).toEqual(['wren.example/'])
})

test('whatever fails, fails after the same time', async () => {
  answer = ({ headers }, response) => {
    if (headers.host?.startsWith('hangs')) return
    if (headers.host?.startsWith('gone')) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Nothing here')
  }
  const filtered = await filteredPort()
  const websites = {
    closed: at('closed.example', await closedPort()),
    filtered: at('filtered.example', filtered.port),
    hangs: at('hangs.example'),
    gone: at('gone.example'),
    'no feed': at('page.example'),
    'not for us': 'http://10.0.0.1:8080/',
    'no address at all': 'nonsense',
  }
  const times = await Promise.all(
    Object.entries(websites).map(async ([what, website]) => {
      const begun = performance.now()
      expect(await offerLatestPosts(website, what === 'not for us' ? {} : web), what).toBeNull()
      return performance.now() - begun
    }),
  )
  filtered.close()
  console.info(`after ${times.map((time) => `${Math.round(time)} ms`).join(', ')}`)
  for (const time of times) expect(time).toBeGreaterThanOrEqual(failsAfter - 1)
  expect(Math.max(...times) - Math.min(...times), 'milliseconds apart').toBeLessThan(100)
})

test('a second question about what failed is answered from memory, as late as the first', async () => {
  answer = (_, response) => response.writeHead(404).end()
  await offer(at('gone.example'))
  const begun = performance.now()
  expect(await offer(at('gone.example'))).toBeNull()
  expect(performance.now() - begun).toBeGreaterThanOrEqual(failsAfter - 1)
  expect(asked).toEqual(['gone.example/'])
})

test('fifty who ask for what hangs begin eight visits', async () => {
  answer = () => {}
  await Promise.all(Array.from({ length: 50 }, (_, index) => offer(at(`n${index}.example`))))
  expect(asked).toHaveLength(8)
})
