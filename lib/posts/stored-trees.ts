import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from 'mdast'
import { env } from '../env'
import type { Page, Post } from './post'

type Source = Pick<Post | Page, 'file' | 'hash'>

/** The folder of this build's texts, a file each, named by the hash of what was parsed: none is read before it is needed. */
export const treesPath = `.catalogue/trees${env.NEXT_DIST_DIR}`

/** How many files are open at once. */
const atOnce = 32

/** A tree as it is stored: JSON without positions, which only messages to the author need. */
export function packTree(tree: Root): string {
  return JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value))
}

/**
 * Stores the texts of these posts and pages as they were checked; `trees` has them packed, by hash. Every build writes
 * them all, since the parser may be another one than last time.
 */
export async function writeTrees(sources: Source[], trees: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(treesPath, { recursive: true })
  // Two files may hold the same text.
  const hashes = [...new Set(sources.map(({ hash }) => hash))]
  for (let next = 0; next < hashes.length; next += atOnce) {
    await Promise.all(hashes.slice(next, next + atOnce).map((hash) => writeTree(hash, trees.get(hash))))
  }
}

async function writeTree(hash: string, tree: string | undefined) {
  if (tree === undefined) throw new Error(`There is no tree of ${hash}.`)
  // Whoever is killed meanwhile leaves no half of a tree under its hash.
  const unfinished = treePath(`${hash}.${process.pid}`)
  await writeFile(unfinished, tree)
  await rename(unfinished, treePath(hash))
}

/** Takes away every tree that is not of these posts and pages. */
export async function removeOtherTrees(sources: Source[]): Promise<void> {
  const kept = new Set(sources.map(({ hash }) => hash))
  for (const name of await readdir(treesPath)) {
    if (!kept.has(name)) await rm(treePath(name), { force: true })
  }
}

/** A text as the build stored it. Throws when it is not there. */
export async function readStoredTree({ hash }: Source): Promise<Root> {
  return JSON.parse(await readFile(/* turbopackIgnore: true */ treePath(hash), 'utf8'))
}

function treePath(name: string): string {
  return join(/* turbopackIgnore: true */ treesPath, name)
}
