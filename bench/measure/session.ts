import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDb, openDb } from '../../db/client'
import { fillPost } from '../../db/testing/fill-post'
import { findFreePort } from '../../db/testing/free-port'
import { startOwnPostgres } from '../../db/testing/start-test-postgres'
import { type Cost, type Running, runNode, serveNode } from './command'
import { talkedOf, writePosts } from './content'

const next = 'node_modules/next/dist/bin/next'
const opened = 'The blog is open'
/** How many posts both are built of. */
export const postCount = 1_000

/** The blog and what it is held against, built of the same posts and served side by side. */
export type Session = {
  blog: Running & { url: string }
  /** The address of a bare Next page with the words of the post with 20 comments, in as many bytes. */
  floor: Running & { page: string }
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
    }
    const built = await runNode(['--import', 'tsx', 'cli/build.ts'], { ...env, POSTGRES_URL: postgresUrl })
    const serve = (settings: Record<string, string>) =>
      serveNode(['--import', 'tsx', 'cli/start.ts'], { ...env, ...settings }, opened)
    const blog = await serve({ POSTGRES_URL: postgresUrl })
    ends.push(blog.stop)

    const texts = join(folder, 'texts')
    mkdirSync(texts)
    writeFileSync(join(texts, 'post.txt'), toText(await (await fetch(`${url}/posts/post-00002`)).text()))
    const floorEnv = { FLOOR_TEXTS: texts, FLOOR_CONTENT: content }
    const floorBuilt = await runNode([next, 'build', 'bench/floor'], floorEnv)
    const floorPort = await findFreePort()
    const floorArgs = [next, 'start', 'bench/floor', '--port', String(floorPort), '--hostname', '127.0.0.1']
    const floor = await serveNode(floorArgs, floorEnv, 'Ready in')
    ends.push(floor.stop)

    let served = 0
    return {
      blog: { ...blog, url },
      floor: { ...floor, page: `http://127.0.0.1:${floorPort}/page/post` },
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

/**
 * The words of a page, as many of them as make a bare page of as many bytes: Next sends them twice, in the page
 * and in its payload, and 5,300 bytes beside them.
 */
function toText(html: string): string {
  const text = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[^ -~]|&[^;]+;|["\\]/g, '')
    .replace(/ +/g, ' ')
  const length = Math.max(0, Math.round((Buffer.byteLength(html) - 5_300) / 2))
  return text.repeat(Math.ceil(length / text.length)).slice(0, length)
}
