import { rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeDb, getDb } from '../db/client'
import { decideLatestPosts } from '../db/decide-latest-posts'
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start-embedded'
import { listFirstPage } from '../db/first-page'
import { migrate } from '../db/migrate'
import { addComment } from '../db/testing/comment-of'
import {
  forgetLatestPosts,
  forgetVisits,
  forgetWebsite,
  listLatestPosts,
  makeDue,
  makeLooksDue,
} from '../db/testing/latest-posts'
import { env } from '../lib/env'
import { serveWeb, type WebServer } from '../lib/net/testing/web-server'
import { addLatestPosts } from './add-latest-posts'
import { readBlogOnce } from './read-blog-once'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:os'),
    import('node:path'),
  ])
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'latest-'))
  process.env.POSTGRES_URL = ''
})

let database: EmbeddedServer
let server: WebServer
/** By host: what it answers. */
let hosts: Record<string, RequestListener> = {}
let asked: string[] = []

beforeAll(async () => {
  database = await startEmbedded(env.DATA_DIR)
  await migrate()
  server = await serveWeb((request, response) => {
    const host = request.headers.host?.split(':')[0] ?? ''
    asked.push(`${host}${request.url}`)
    const answer = hosts[host]
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
})
afterAll(async () => {
  await closeDb(getDb())
  await database.stop()
  await server.close()
  rmSync(env.DATA_DIR, { recursive: true })
})
beforeEach(async () => {
  hosts = {}
  asked = []
  await forgetLatestPosts(getDb())
})

const at = (host: string, path = '/') => `http://${host}:${server.port}${path}`

function add(website: string, postId = 'a') {
  return addComment(getDb(), { postId, website, wantsLatestPost: true })
}

const web = () => ({
  mayReach: (address: string, port: number) => address === '127.0.0.1' && port === server.port,
  resolve: async () => ['127.0.0.1'],
})

function run(most = 200) {
  return addLatestPosts({ most, web: web() })
}

function page(title: string, body = '<h1>Hello</h1>'): RequestListener {
  return (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${title}</title>${body}`)
}

/** A blog whose newest post is this one. */
function blog(title: string): RequestListener {
  const feed = `<rss version="2.0"><channel><title>Small Weather</title>
    <item><title>${title}</title><link>/new</link></item>
    <item><title>An older one</title><link>/old</link></item></channel></rss>`
  return (_, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end(feed)
}

async function titlesOf(...ids: string[]) {
  return (await listLatestPosts(getDb(), ids)).map((latest) => latest?.title ?? null)
}

test('the newest post of each blog stands under its writer’s comment, whoever fails or hangs before it', async () => {
  hosts = { 'wren.example': blog('Rain'), 'tam.example': blog('Bread'), 'hangs.example': () => {} }
  const ids = [
    await add(at('wren.example')),
    await add(at('nobody.example'), 'b'),
    await add(at('hangs.example'), 'd'),
    await add(at('tam.example'), 'c'),
  ]
  expect(await run()).toEqual(['a', 'c'])
  expect(await titlesOf(...ids)).toEqual(['Rain', null, null, 'Bread'])
  expect(asked.filter((place) => place.startsWith('hangs'))).toEqual(['hangs.example/'])
  expect(await listLatestPosts(getDb(), ids.slice(0, 1))).toEqual([
    {
      blog: 'Small Weather',
      feed: at('wren.example'),
      title: 'Rain',
      url: at('wren.example', '/new'),
    },
  ])
  expect(await run()).toEqual([])
})

test('a blog is read once, for all comments that name it', async () => {
  hosts = { 'wren.example': blog('Rain') }
  const ids = []
  for (let n = 0; n < 10; n += 1) ids.push(await add(at('wren.example')))
  expect(await run()).toEqual(['a'])
  expect(await titlesOf(...ids)).toEqual(ids.map(() => 'Rain'))
  expect(asked).toEqual(['wren.example/'])
})

test('a hundred comments that name one victim cost it one request an hour, whatever they call it', async () => {
  for (let n = 0; n < 100; n += 1) await add(at('victim.example', n % 2 ? '/' : `/${n}?a=${n}`))
  await run()
  expect(asked).toHaveLength(1)
  await makeDue(getDb())
  await run()
  expect(asked, 'within the hour').toHaveLength(1)
  await forgetVisits(getDb())
  await makeDue(getDb())
  await run()
  expect(asked, 'an hour later').toHaveLength(2)
  console.info('T14: 100 comments, 1 request an hour')
})

test('a victim that is a page without a feed is asked where feeds usually are, once an hour', async () => {
  hosts['victim.example'] = page('Hello')
  for (let n = 0; n < 100; n += 1) await add(at('victim.example', `/${n}`))
  await run()
  expect(asked).toHaveLength(7)
  await makeDue(getDb())
  await run()
  expect(asked, 'within the hour').toHaveLength(7)
  console.info(`T14: 100 comments, 1 visit an hour, ${asked.length} requests in it`)
})

test('neither do hosts that all send us on to it', async () => {
  for (const host of ['a.example', 'b.example', 'c.example']) {
    hosts[host] = (_, response) => response.writeHead(302, { location: at('victim.example') }).end()
    await add(at(host))
  }
  await run()
  expect(asked.filter((place) => place === 'victim.example/')).toHaveLength(1)
  expect(asked).toHaveLength(4)
})

test('one that did not answer is asked again an hour later, and one that is forgotten is not', async () => {
  const id = await add(at('wren.example'))
  const forgotten = await add(at('tam.example'))
  expect(await run()).toEqual([])
  expect(await run()).toEqual([])
  expect(asked).toHaveLength(2)
  hosts = { 'wren.example': blog('Rain'), 'tam.example': blog('Bread') }
  await forgetVisits(getDb())
  await makeDue(getDb())
  await forgetWebsite(getDb(), forgotten)
  expect(await run()).toEqual(['a'])
  expect(await titlesOf(id, forgotten)).toEqual(['Rain', null])
})

test('a blog that failed for one comment is not tried for the next on the same day', async () => {
  await add(at('wren.example'))
  await run()
  await forgetVisits(getDb())
  await add(at('wren.example'))
  await run()
  expect(asked).toHaveLength(1)
})

test('those who ask for one blog at the same time share a visit', async () => {
  hosts = { 'wren.example': blog('Rain') }
  const id = await add(at('wren.example'))
  await Promise.all([readBlogOnce(at('wren.example'), { web: web() }), run()])
  expect(asked).toEqual(['wren.example/'])
  expect(await titlesOf(id)).toEqual(['Rain'])
})

test('who was not asked for the sake of another has not failed', async () => {
  hosts = { 'many.example': blog('Rain') }
  await add(at('many.example', '/@wren'))
  await add(at('many.example', '/@tam'))
  await run()
  await forgetVisits(getDb())
  const id = await add(at('many.example', '/@tam'))
  await run()
  expect(await titlesOf(id)).toEqual(['Rain'])
})

test.each<[string, RequestListener, 'link' | 'words' | 'nothing']>([
  ['is gone keeps its title, without a link', (_, response) => response.writeHead(404).end(), 'words'],
  [
    'leads to another site keeps its title, without a link',
    (_, response) => response.writeHead(301, { location: at('casino.example') }).end(),
    'words',
  ],
  ['became something else is held', page('Cheap pills, fast'), 'nothing'],
  ['says in no word what it is stays', page('🌧️ …', ''), 'link'],
  ['was edited stays', page('RAIN, at last | Notes'), 'link'],
  ['cannot be told today stays', (_, response) => response.writeHead(500).end(), 'link'],
])('a latest post whose page %s', async (_, listener, left) => {
  hosts = { 'wren.example': blog('Rain'), 'casino.example': page('Rain and roulette') }
  const id = await add(at('wren.example'), left)
  await run()
  hosts['wren.example'] = listener
  const remade: string[] = []
  for (let look = 0; look < 2; look += 1) {
    await forgetVisits(getDb())
    await makeLooksDue(getDb())
    remade.push(...(await run()))
  }
  const words = { blog: 'Small Weather', title: 'Rain' }
  const url = left === 'words' ? null : at('wren.example', '/new')
  const { comments } = await listFirstPage(left)
  expect(comments.at(-1)?.latestPost).toEqual(left === 'nothing' ? null : { ...words, url })
  const nowCalled = left === 'nothing' && { nowCalled: 'Cheap pills, fast' }
  const feed = at('wren.example')
  expect(await listLatestPosts(getDb(), [id]), 'for the author').toEqual([
    { ...words, feed, url, ...nowCalled },
  ])
  expect(remade).toEqual(left === 'link' ? [] : [left])
})

test('what the author has shown again is held for another name alone', async () => {
  hosts = { 'wren.example': blog('Rain') }
  const id = await add(at('wren.example'), 'again')
  await run()
  const lookTwice = async (title: string) => {
    hosts['wren.example'] = page(title)
    for (let look = 0; look < 2; look += 1) {
      await forgetVisits(getDb())
      await makeLooksDue(getDb())
      await run()
    }
    return (await listFirstPage('again')).comments[0]?.latestPost?.title ?? null
  }
  expect(await lookTwice('Wren moved house')).toBeNull()
  await decideLatestPosts([id], 'show-latest')
  expect(await lookTwice('Wren moved house')).toBe('Rain')
  expect(await lookTwice('Cheap pills, fast')).toBeNull()
})

test('no host is visited twice an hour for the sake of looking again', async () => {
  hosts = { 'wren.example': blog('Rain') }
  await add(at('wren.example'))
  await run()
  await makeLooksDue(getDb())
  await run()
  expect(asked).toEqual(['wren.example/'])
})

test('no more is done at once than was asked for, and nothing when nobody waits', async () => {
  for (let n = 0; n < 3; n += 1) await add(at(`n${n}.example`))
  expect(await addLatestPosts({ most: 3, signal: AbortSignal.abort() })).toEqual([])
  expect(asked).toEqual([])
  await run(2)
  expect(asked).toHaveLength(2)
})
