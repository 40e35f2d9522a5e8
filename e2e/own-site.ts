import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeDb, type Db, openDb } from '../db/client'
import { createDatabase, runOn } from '../db/testing/create-database'
import { findFreePort } from '../db/testing/free-port'
import { copyBuild } from '../db/testing/standing-build'
import { type BlogProcess, startBlog } from './blog-process'
import { settingsOfCopy } from './copied-build'
import { siteInUse } from './site-in-use'
import { studioPassword } from './studio'

export type OwnSite = {
  /** Where it listens. It believes to be at the address of the site under test, which is an input of the build. */
  url: string
  postgresUrl: string
  db: Db
  blog: BlogProcess
  close: () => Promise<void>
}

/**
 * Serves a copy of the build under test with a database that nobody else writes to, on the same Postgres: for a test
 * of all that a request may write, or of all that is said of it. `name` is that of its build folder.
 */
export async function openOwnSite(name: string, more: Record<string, string> = {}): Promise<OwnSite> {
  const site = siteInUse()
  const distDir = `.next-e2e-${name}`
  const folder = mkdtempSync(join(site.folder, `${name}-`))
  const port = await findFreePort()
  const postgresUrl = await createDatabase(site.postgresUrl)
  copyBuild(distDir)
  const blog = startBlog({
    ...settingsOfCopy(distDir, port),
    POSTGRES_URL: postgresUrl,
    DATA_DIR: folder,
    STUDIO_PASSWORD: studioPassword,
    ...more,
  })
  await blog.says('The blog is open')
  const db = openDb({ driver: 'pg', url: postgresUrl }, { max: 2 })
  return {
    url: `http://localhost:${port}`,
    postgresUrl,
    db,
    blog,
    async close() {
      await closeDb(db)
      await blog.stop()
      rmSync(distDir, { recursive: true, force: true })
      rmSync(folder, { recursive: true, force: true })
      await runOn(site.postgresUrl, `drop database "${new URL(postgresUrl).pathname.slice(1)}" with (force)`)
    },
  }
}
