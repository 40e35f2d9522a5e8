import { readFile, rename, writeFile } from 'node:fs/promises'
import { env } from '../env'
import { packSearchIndex, type SearchIndex, unpackSearchIndex } from './search-index'

/** The index of this build, beside its catalogue. */
const indexPath = `.catalogue/search${env.NEXT_DIST_DIR}.json`

/** Stores the index for the server; the folder is there (`writeCatalogue`). */
export async function writeSearchIndex(index: SearchIndex): Promise<void> {
  const unfinished = `${indexPath}.${process.pid}`
  await writeFile(unfinished, packSearchIndex(index))
  await rename(unfinished, indexPath)
}

/** Throws when there is none, or when another version of MiniSearch wrote it. */
export async function readSearchIndex(): Promise<SearchIndex> {
  return unpackSearchIndex(await readFile(indexPath, 'utf8'))
}
