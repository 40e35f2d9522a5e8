import { readContentFile } from './content-file'
import type { Page, Post } from './post'
import { readStoredBody } from './stored-bodies'

/**
 * The MDX of a post or a page, without its front matter and with LF line ends: in production as the build checked
 * and stored it, elsewhere as the file stands now. Throws when it is gone.
 */
export async function readBody(source: Pick<Post | Page, 'file' | 'hash'>): Promise<string> {
  if (process.env.NODE_ENV === 'production') return readStoredBody(source)
  return (await readContentFile(source.file)).body
}
