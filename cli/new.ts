import './run/load-env'
import { NewPostError, newPost } from '../lib/posts/new-post'

/** `npm run new -- "Title"`: begins a draft and says where it is. */
try {
  const path = await newPost(process.argv.slice(2).join(' '))
  console.log(
    `${path} is yours. It stays a draft, seen only in \`npm run dev\`, until you take out \`draft: true\`.`,
  )
} catch (error) {
  if (!(error instanceof NewPostError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
