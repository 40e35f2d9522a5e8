import { readdir, stat } from 'node:fs/promises'
import { type Catalogue, makeCatalogue } from './catalogue'
import { pathOf, readContentFile } from './content-file'
import { type ParsedPage, type ParsedPost, parsePage, parsePost } from './parse-file'

/**
 * A folder as last read: its files by name, with the stamp (time of change, size) they had then, and the names of
 * its strays, which are not read.
 */
type Shelf<Parsed> = {
  folder: string
  files: Map<string, { stamp: string; parsed: Parsed }>
  strays: string[]
}

const posts: Shelf<ParsedPost> = { folder: 'posts', files: new Map(), strays: [] }
const pages: Shelf<ParsedPage> = { folder: 'pages', files: new Map(), strays: [] }
let catalogue: Catalogue | null = null
let reading: Promise<Catalogue> | null = null

/**
 * Builds the catalogue from the content folder. Only files that changed since the last call are parsed again,
 * and those with mistakes, since a mistake may be mended elsewhere (a missing picture).
 */
export function readFolder(): Promise<Catalogue> {
  reading ??= refresh().finally(() => {
    reading = null
  })
  return reading
}

async function refresh(): Promise<Catalogue> {
  const changed = [await refreshShelf(posts, parsePost), await refreshShelf(pages, parsePage)].some(Boolean)
  if (!catalogue || changed) {
    catalogue = makeCatalogue(
      parsedOf(posts),
      parsedOf(pages),
      [...posts.strays, ...pages.strays],
      new Date(),
    )
  }
  return catalogue
}

function parsedOf<Parsed>(shelf: Shelf<Parsed>): Parsed[] {
  return [...shelf.files.values()].map(({ parsed }) => parsed)
}

/** Brings a shelf up to date. True when anything on it changed. */
async function refreshShelf<Parsed extends ParsedPost | ParsedPage>(
  shelf: Shelf<Parsed>,
  parse: (source: Awaited<ReturnType<typeof readContentFile>>) => Parsed,
): Promise<boolean> {
  const names = await listFiles(shelf.folder)
  const files = new Set(names.filter((name) => name.endsWith('.mdx')))
  const strays = names.filter((name) => !files.has(name))
  let changed = strays.join('\n') !== shelf.strays.join('\n')
  shelf.strays = strays
  for (const file of [...shelf.files.keys()]) {
    if (!files.has(file)) changed = shelf.files.delete(file) || changed
  }
  for (const file of files) {
    const { mtimeMs, size } = await stat(/* turbopackIgnore: true */ pathOf(file))
    const stamp = `${mtimeMs} ${size}`
    const known = shelf.files.get(file)
    if (known?.stamp === stamp && known.parsed.mistakes.length === 0) continue
    shelf.files.set(file, { stamp, parsed: parse(await readContentFile(file)) })
    changed = true
  }
  return changed
}

/** The files of a folder but hidden ones, in the order of their names. A content folder without it has none. */
async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(/* turbopackIgnore: true */ pathOf(folder), { withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => `${folder}/${name}`)
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
