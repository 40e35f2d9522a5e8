import './run/load-env'
import { parseArgs } from 'node:util'
import { formatMistake } from '../lib/posts/mistake'
import { readFolder } from '../lib/posts/read-folder'
import { runCommand } from './run/run'

const help = `npm run check   names the mistakes of all posts and pages by file, line and column; it takes no file names`

/** `npm run check`: every mistake of every post and page, one a line, and exit code 1 when there is any. */
async function check() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return console.log(help)
  if (positionals.length > 0) throw new Error(help)
  const { mistakes, posts, pages } = await readFolder()
  for (const mistake of mistakes) console.error(formatMistake(mistake))
  if (mistakes.length > 0) {
    console.error(`\n${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}.`)
    process.exitCode = 1
  } else {
    console.log(`${posts.length} posts and ${pages.length} pages: no mistakes.`)
  }
}

await runCommand(check)
