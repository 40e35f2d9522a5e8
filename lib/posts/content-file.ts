import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env'
import { type FileParts, splitFile } from './split-file'

/** A file of the content folder as it stands on the disk. */
export type ContentFile = FileParts & {
  /** Relative to the content folder, with `/`: `posts/sometimes-we-fail.mdx`. */
  file: string
  slug: string
  /** SHA-256 of its bytes, in hex. */
  hash: string
}

/** Reads one file. `file` is relative to the content folder. Throws when it is not there. */
export async function readContentFile(file: string): Promise<ContentFile> {
  const bytes = await readFile(/* turbopackIgnore: true */ pathOf(file))
  const slug = file.replace(/^.*\//, '').replace(/\.mdx$/, '')
  return {
    file,
    slug,
    hash: createHash('sha256').update(bytes).digest('hex'),
    ...splitFile(bytes.toString('utf8')),
  }
}

/** Where a file of the content folder is on the disk. */
export function pathOf(file: string): string {
  return join(/* turbopackIgnore: true */ env.CONTENT_DIR, file)
}
