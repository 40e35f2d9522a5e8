import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'

/** What never reaches a page. Names that begin with a dot are left out everywhere: `.next`, `.data`, `.git`. */
const apart = ['node_modules', 'coverage', 'test-results', 'playwright-report', 'e2e', 'bench', 'docs']
const written = /(\.test\.tsx?|\.tsbuildinfo|next-env\.d\.ts|\.md)$/

type Inputs = {
  /** The clone. */
  root: string
  /** Where posts and pages are read; may lie outside of the clone. */
  contentDir: string
  /** Folders to leave out, absolute. */
  except: string[]
  /** The settings that a build bakes in. */
  settings: Record<string, string>
}

/**
 * SHA-256, in hex, of all that goes into a build: names and contents of files, and settings. It asks no git,
 * because a site may be deployed without its history.
 */
export function fingerprint({ root, contentDir, except, settings }: Inputs): string {
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(settings).sort()))
  const content = resolve(contentDir)
  const left = new Set([...except, ...apart.map((name) => join(root, name))].map((path) => resolve(path)))
  // Only tests import what is in such a folder of ours; an author may call one of theirs so.
  const isLeft = (path: string) =>
    left.has(path) || (basename(path) === 'testing' && !path.startsWith(content + sep))
  for (const folder of new Set([resolve(root), content])) {
    for (const file of listFiles(folder, isLeft)) {
      const bytes = readFileSync(file)
      hash.update(`\0${file.slice(folder.length)}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

function listFiles(folder: string, isLeft: (path: string) => boolean): string[] {
  return readdirSync(folder)
    .sort()
    .filter((name) => !name.startsWith('.') && !written.test(name))
    .map((name) => join(folder, name))
    .filter((path) => !isLeft(path))
    .flatMap((path) => (statSync(path).isDirectory() ? listFiles(path, isLeft) : [path]))
}
