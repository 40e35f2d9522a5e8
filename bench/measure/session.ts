import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { closeDb, openDb } from '../../db/client'
import { runOn } from '../../db/testing/create-database'
import { fillPost } from '../../db/testing/fill-post'
import { findFreePort } from '../../db/testing/free-port'
import { startOwnPostgres } from '../../db/testing/start-test-postgres'
import { type Cost, type Running, runNode, serveNode } from './command'
import { talkedOf, writePosts } from './content'
import { startNginx } from './nginx'

const next = 'node_modules/next/dist/bin/next'
const opened = 'The blog is open'
/** How many posts both are built of. */
export const postCount = 1_000

/** The pages whose speed is measured, by the names they have in the table. */
export const measured = {
  'post, no comments': '/posts/post-00001',
  'post, 20 comments': '/posts/post-00002',
  'post, 1,000 comments': '/posts/post-00003',
  'post, 10,000 comments': '/posts/post-00004',
  home: '/',
  'archive, 1,000 posts': '/archive',
  feed: '/feed.xml',
}

/** The blog and what it is held against, built of the same posts and served side by side. */
export type Session = {
  blog: Running & { url: string }
  /** The address of the bare Next page with the words of one of `measured`, in as many bytes; and of its form that writes a row. */
  floor: Running & { page: (name: string) => string; write: string }
  /** That post as a precompressed file, and the blog behind the configuration that it ships; null where there is no nginx. */
  nginx: { file: string; blog: string } | null
  /** Serves the same build on an empty database: a real Postgres, or the embedded one. The first one must be stopped. */
  serveEmpty: (database: 'pg' | 'embedded') => Promise<Running & { url: string }>
  /** What it cost to build the posts: the blog, and the bare app. */
  built: { blog: Cost; floor: Cost }
  close: () => Promise<void>
}

/** Builds everything and serves it. Takes a few minutes. */
export async function openSession(): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const postgres = await startOwnPostgres('on')
  const ends: (() => Promise<unknown>)[] = [
    postgres.stop,
    async () => rmSync(folder, { recursive: true, force: true }),
  ]
  const close = async () => {
    for (const end of ends.toReversed()) await end()
  }
  try {
    const content = join(folder, 'content')
    writePosts(content, postCount)
    const postgresUrl = await postgres.createDatabase()
    const db = openDb({ driver: 'pg', url: postgresUrl })
    for (const [slug, count] of Object.entries(talkedOf)) await fillPost(db, slug, count)
    await closeDb(db)

    const port = await findFreePort()
    const url = `http://127.0.0.1:${port}`
    const env = {
      SITE_URL: url,
      PORT: String(port),
      HOST: '127.0.0.1',
      CONTENT_DIR: content,
      DATA_DIR: join(folder, 'data'),
      NEXT_DIST_DIR: '.next-bench',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      COMMENT_LIMITS: 'off',
      AKISMET_KEY: '',
    }
    rmSync(env.NEXT_DIST_DIR, { recursive: true, force: true })
    const built = await runNode(['--import', 'tsx', 'cli/build.ts'], { ...env, POSTGRES_URL: postgresUrl })
    const serve = (settings: Record<string, string>) =>
      serveNode(['--import', 'tsx', 'cli/start.ts'], { ...env, ...settings }, opened)
    const blog = await serve({ POSTGRES_URL: postgresUrl })
    ends.push(blog.stop)

    const texts = join(folder, 'texts')
    mkdirSync(texts)
    for (const [name, path] of Object.entries(measured)) {
      const html = await (await fetch(url + path)).text()
      writeFileSync(join(texts, `${fileOf(name)}.txt`), toText(html))
      if (name !== 'post, 20 comments') continue
      mkdirSync(join(folder, 'static'))
      writeFileSync(join(folder, 'static', 'page.html.gz'), gzipSync(html))
    }
    const floorPostgres = await postgres.createDatabase()
    await runOn(floorPostgres, 'create table words (id bigserial primary key, body text not null)')
    const floorEnv = { FLOOR_TEXTS: texts, FLOOR_CONTENT: content, FLOOR_POSTGRES: floorPostgres }
    const floorBuilt = await buildFloor(floorEnv)
    const floorPort = await findFreePort()
    const floorArgs = [next, 'start', 'bench/floor', '--port', String(floorPort), '--hostname', '127.0.0.1']
    const floor = await serveNode(floorArgs, floorEnv, 'Ready in')
    ends.push(floor.stop)

    const [filePort, blogPort] = [await findFreePort(), await findFreePort()]
    const nginx = await startNginx({ folder, filePort, blogPort, upstreamPort: port })
    if (nginx) ends.push(nginx.stop)
    let served = 0
    return {
      blog: { ...blog, url },
      floor: {
        ...floor,
        page: (name) => `http://127.0.0.1:${floorPort}/page/${fileOf(name)}`,
        write: `http://127.0.0.1:${floorPort}/write`,
      },
      nginx: nginx && {
        file: `http://127.0.0.1:${filePort}/page.html`,
        blog: `http://127.0.0.1:${blogPort}`,
      },
      async serveEmpty(database) {
        served += 1
        const running = await serve({
          POSTGRES_URL: database === 'pg' ? await postgres.createDatabase() : '',
          DATA_DIR: join(folder, `data-${served}`),
        })
        ends.push(running.stop)
        return { ...running, url }
      },
      built: { blog: built, floor: floorBuilt },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Builds the bare app from nothing. */
export async function buildFloor(env: { FLOOR_TEXTS: string; FLOOR_CONTENT: string }): Promise<Cost> {
  rmSync('bench/floor/.next', { recursive: true, force: true })
  return runNode([next, 'build', 'bench/floor'], env)
}

function fileOf(name: string): string {
  return name.replace(/[^a-z0-9]+/g, '-')
}

/** What a bare page has beside its words, in bytes: all, and what is left of it compressed. */
const bareShell = { plain: 5_300, packed: 2_000 }

/**
 * Words that make a bare page of as many bytes as `html`, plain and compressed: the source of that page, without what
 * would be written otherwise, begun where the result compresses as it does. Next sends them twice, in the page and in
 * its payload, too far apart for the second copy to be folded into the first.
 */
function toText(html: string): string {
  const bytes = Math.max(0, (Buffer.byteLength(html) - bareShell.plain) / 2)
  // Letters beyond ASCII stay: a text that has one costs more to send.
  const source = html.replace(/[\p{Cc}\u2028\u2029<>&"'\\]/gu, '~')
  const length = Math.round((bytes * source.length) / Buffer.byteLength(source))
  const packed = gzipSync(html).length - bareShell.packed
  const miss = (text: string) => Math.abs(gzipSync(text + ' '.repeat(bareShell.plain) + text).length - packed)
  return Array.from({ length: 16 }, (_, step) => {
    const begin = Math.round((source.length * step) / 16)
    return (source.slice(begin) + source).slice(0, length)
  }).reduce((best, text) => (miss(text) < miss(best) ? text : best))
}
