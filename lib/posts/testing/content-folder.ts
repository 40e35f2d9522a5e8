import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A content folder of the test's own, which `CONTENT_DIR` names from now on. It must be made before anything reads
 * the environment: `await vi.hoisted(async () => (await import('…/content-folder')).makeContentFolder())`.
 */
export function makeContentFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  process.env.CONTENT_DIR = folder
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return {
    folder,
    write,
    /** Writes `posts/SLUG.mdx`; `front` is YAML besides the keys every post needs. */
    writePost: (slug: string, { front = '', body = 'Words.', date = '2026-01-02', title = slug } = {}) => {
      const more = front === '' ? '' : `${front}\n`
      write(
        `posts/${slug}.mdx`,
        `---\ntitle: ${title}\ndescription: About it.\ndate: ${date}\n${more}---\n\n${body}\n`,
      )
    },
    writePage: (slug: string, body: string) => {
      write(`pages/${slug}.mdx`, `---\ntitle: ${slug}\ndescription: About it.\n---\n\n${body}\n`)
    },
    remove: (file: string) => rmSync(join(folder, file)),
    /** Takes every file away. */
    empty: () => {
      rmSync(join(folder, 'posts'), { recursive: true, force: true })
      rmSync(join(folder, 'pages'), { recursive: true, force: true })
    },
    delete: () => rmSync(folder, { recursive: true, force: true }),
  }
}
