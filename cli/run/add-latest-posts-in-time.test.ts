import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { closeDb, getDb } from '../../db/client'
import { type EmbeddedServer, startEmbedded } from '../../db/embedded/start-embedded'
import { addComment } from '../../db/testing/comment-of'
import { copyDataDir } from '../../db/testing/drivers'
import { listLatestPosts } from '../../db/testing/latest-posts'
import { env } from '../../lib/env'
import { serveWeb } from '../../lib/net/testing/web-server'
import { addLatestPostsInTime } from './add-latest-posts-in-time'
import type { Wanted } from './ask-to-remake'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:os'),
    import('node:path'),
  ])
  Object.assign(process.env, {
    DATA_DIR: mkdtempSync(join(tmpdir(), 'in-time-')),
    POSTGRES_URL: '',
    FETCH_LOOPBACK: 'on',
  })
})

let database: EmbeddedServer

beforeAll(async () => {
  copyDataDir('migrated', env.DATA_DIR)
  database = await startEmbedded(env.DATA_DIR)
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await closeDb(getDb())
  await database.stop()
  rmSync(env.DATA_DIR, { recursive: true })
})

test('looks until the run ends, has pages made again, and outlives what goes wrong', async () => {
  const feed =
    '<rss version="2.0"><channel><title>a</title><item><title>Rain</title><link>/a</link></item></channel></rss>'
  const blog = await serveWeb((_, response) =>
    response.writeHead(200, { 'content-type': 'text/xml' }).end(feed),
  )
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const run = new AbortController()
  const asked: Wanted[] = []
  const remake = async (wanted: Wanted) => {
    asked.push(wanted)
    if (asked.length === 2) run.abort()
    else throw new Error('no wool')
  }
  const add = (postId: string, path: string) =>
    addComment(getDb(), { postId, website: blog.url + path, wantsLatestPost: true })

  const first = await add('first', '/')
  const ended = addLatestPostsInTime(run, { remake }, 20)
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBe(1)
  await expect.poll(() => said.mock.calls.flat().join()).toContain('no wool')
  const second = await add('second', '/')
  await ended
  expect(asked).toEqual([{ talkedAbout: ['first'] }, { talkedAbout: ['second'] }])
  const latestPost = { blog: 'a', feed: `${blog.url}/`, title: 'Rain', url: `${blog.url}/a` }
  expect(await listLatestPosts(getDb(), [first, second])).toEqual([latestPost, latestPost])
  await blog.close()
})
