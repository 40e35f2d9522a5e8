import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteInUse } from './site-in-use'

/** What a site that serves a copy of the build is started with: the settings are inputs of the build, so they are the same. */
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
