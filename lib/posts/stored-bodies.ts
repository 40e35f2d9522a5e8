import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env'
import { pathOf, readContentFile } from './content-file'
import type { Page, Post } from './post'

type Source = Pick<Post | Page, 'file' | 'hash'>

/** The folder of this build's bodies, a file each, named by the hash of its text: none is read before it is needed. */
export const bodiesPath = `.catalogue/bodies${env.NEXT_DIST_DIR}`

/** How many files are open at once. */
const atOnce = 32

/**
 * Stores the bodies of these posts and pages as they were parsed; those that are stored already stay. Throws when a
 * file is no longer the one that was parsed and checked.
 */
export async function writeBodies(sources: Source[]): Promise<void> {
  await mkdir(bodiesPath, { recursive: true })
  const stored = new Set(await readdir(bodiesPath))
  // Two files may hold the same text.
  const missing = [...new Map(sources.map((each) => [each.hash, each])).values()].filter(
    ({ hash }) => !stored.has(hash),
  )
  for (let next = 0; next < missing.length; next += atOnce) {
    await Promise.all(missing.slice(next, next + atOnce).map(writeBody))
  }
}

async function writeBody({ file, hash }: Source) {
  const found = await readContentFile(file)
  if (found.hash !== hash) {
    throw new Error(`${pathOf(file)} was changed while it was being read. Run the command again.`)
  }
  // Whoever is killed meanwhile leaves no half of a body under its hash.
  const unfinished = bodyPath(`${hash}.${process.pid}`)
  await writeFile(unfinished, found.body)
  await rename(unfinished, bodyPath(hash))
}

/** Takes away every body that is not of these posts and pages. */
export async function removeOtherBodies(sources: Source[]): Promise<void> {
  const kept = new Set(sources.map(({ hash }) => hash))
  for (const name of await readdir(bodiesPath)) {
    if (!kept.has(name)) await rm(bodyPath(name), { force: true })
  }
}

/** A body as the build stored it. Throws when it is not there. */
export function readStoredBody({ hash }: Source): Promise<string> {
  return readFile(/* turbopackIgnore: true */ bodyPath(hash), 'utf8')
}

function bodyPath(name: string): string {
  return join(/* turbopackIgnore: true */ bodiesPath, name)
}
