import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDb, openDb } from '../db/client'
import { settings } from '../db/schema'
import { findFreePort } from '../db/testing/free-port'
import { startTestPostgres } from '../db/testing/start-test-postgres'
import { writeRows } from './conversation'
import { specialPosts, talkedTitle, writeFixturePosts } from './fixture-posts'
import type { SiteInUse } from './site-in-use'
import { studioPassword } from './studio'
import { talk } from './talk'

/**
 * Brings up a production build of the blog with fixture posts, on a Postgres and in a build folder of its own,
 * by the same command as `npm start`. Throws with all that was said when it does not come up.
 */
export async function openSite(): Promise<SiteInUse & { close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'))
  const contentDir = join(folder, 'content')
  cpSync('content', contentDir, { recursive: true })
  const dueAt = writeFixturePosts(contentDir, new Date()).toISOString()

  const postgres = await startTestPostgres()
  const port = await findFreePort()
  const site = {
    url: `http://localhost:${port}`,
    postgresUrl: await postgres.createDatabase(),
    folder,
    dueAt,
  }
  await writeTalk(site.postgresUrl)
  const server = fork('cli/start.ts', [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      POSTGRES_URL: site.postgresUrl,
      SITE_URL: site.url,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: join(folder, 'data'),
      CONTENT_DIR: contentDir,
      NEXT_DIST_DIR: '.next-e2e',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: '',
      COMMENT_LIMITS: 'off',
      AKISMET_KEY: '',
      SMTP_URL: '',
      MAIL_FROM: '',
      FETCH_LOOPBACK: 'on',
      STUDIO_PASSWORD: studioPassword,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const close = async () => {
    await end(server)
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await open(server)
  } catch (error) {
    await close()
    throw error
  }
  return { ...site, close }
}

/** Before the build, so that the page of the post has its comments as any other does. */
async function writeTalk(url: string) {
  const db = openDb({ driver: 'pg', url }, { max: 1 })
  await writeRows(db, { slug: specialPosts.talked, title: talkedTitle }, talk)
  // Also where limits are on: tests write as strangers, and look at what is published.
  await db
    .insert(settings)
    .values({ name: 'rules', value: { holdFirst: false, flood: { count: 1_000, minutes: 1 } } })
  await closeDb(db)
}

/** Resolves when the starter says that the blog is open; throws with what it said when it ends before. */
async function open(server: ChildProcess) {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.includes('The blog is open')) resolve()
      })
    }
    server.once('close', () => reject(new Error(`The site did not come up.\n${said}`)))
  })
}

async function end(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}
