import { readContentFile } from './content-file'
import type { Page, Post } from './post'

/** The MDX of a post or a page, without its front matter and with LF line ends. Throws when the file is gone. */
export async function readBody({ file }: Pick<Post | Page, 'file'>): Promise<string> {
  return (await readContentFile(file)).body
}
