import './run/load-env'
import { formatMistake } from '../lib/posts/mistake'
import { readFolder } from '../lib/posts/read-folder'

/** `npm run check`: every mistake of every post and page, one a line, and exit code 1 when there is any. */
const { mistakes, posts, pages } = await readFolder()
for (const mistake of mistakes) console.error(formatMistake(mistake))
if (mistakes.length > 0) {
  console.error(`\n${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}.`)
  process.exitCode = 1
} else {
  console.log(`${posts.length} posts and ${pages.length} pages: no mistakes.`)
}
