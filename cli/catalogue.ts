import { formatMistake } from '../lib/posts/mistake'
import { readFolder } from '../lib/posts/read-folder'
import { writeCatalogue } from '../lib/posts/stored-catalogue'

/** The step before `next build`: refuses mistakes, else writes what the build and the server read. */
const catalogue = await readFolder()
if (catalogue.mistakes.length > 0) {
  for (const mistake of catalogue.mistakes) console.error(formatMistake(mistake))
  process.exitCode = 1
} else {
  await writeCatalogue(catalogue)
}
