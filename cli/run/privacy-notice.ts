import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What to tell an author who has Akismet asked without a word about it on any page of the content folder; null when
 * there is one. Readers are told who hears of what they write.
 */
export function privacyNotice(contentDir: string): string | null {
  const folder = join(contentDir, 'pages')
  const pages = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mdx')) : []
  if (pages.some((name) => readFileSync(join(folder, name), 'utf8').includes('Akismet'))) return null
  return 'AKISMET_KEY is set, and no page says so. What to write on yours, under “Akismet” in README.md.'
}
