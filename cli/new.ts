import './run/load-env'
import { parseArgs } from 'node:util'
import { newPost } from '../lib/posts/new-post'
import { runCommand } from './run/run'

const help = `npm run new -- "On waiting"   begins a draft of this title, in a file named after it`

/** `npm run new -- "Title"`: begins a draft and says where it is. */
async function begin() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return console.log(help)
  if (positionals.length === 0) throw new Error(help)
  const path = await newPost(positionals.join(' '))
  console.log(
    `${path} is yours. It stays a draft, seen only in \`npm run dev\`, until you take out \`draft: true\`.`,
  )
}

await runCommand(begin)
