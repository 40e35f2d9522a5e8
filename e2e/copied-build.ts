import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { siteInUse } from './site-in-use'

/** Puts the build of the browser tests into another folder, as it was when it was made: for a site of a test's own. */
export function copyBuild(distDir: string): void {
  rmSync(distDir, { recursive: true, force: true })
  cpSync('.next-e2e', distDir, { recursive: true, filter: (path) => !path.startsWith('.next-e2e/cache') })
  cpSync('.catalogue/posts.next-e2e.json', `.catalogue/posts${distDir}.json`)
  cpSync('.catalogue/trees.next-e2e', `.catalogue/trees${distDir}`, { recursive: true })
}

/** What a site that serves such a copy is started with: the settings are inputs of the build, so they are the same. */
export function settingsOfCopy(distDir: string, port: number): Record<string, string> {
  const site = siteInUse()
  return {
    POSTGRES_URL: site.postgresUrl,
    SITE_URL: site.url,
    PORT: String(port),
    HOST: '127.0.0.1',
    CONTENT_DIR: join(site.folder, 'content'),
    NEXT_DIST_DIR: distDir,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: readFileSync(join(site.folder, 'data', 'action-key'), 'utf8'),
    COMMENT_LIMITS: 'off',
    AKISMET_KEY: '',
  }
}
