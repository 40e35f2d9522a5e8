import { formatMistake } from '../../lib/posts/mistake'
import { readFolder } from '../../lib/posts/read-folder'
import { writeCatalogue } from '../../lib/posts/stored-catalogue'
import { indexCatalogue } from '../../lib/search/index-catalogue'
import { writeSearchIndex } from '../../lib/search/stored-index'

/** The step before `next build`: writes what the build and the server read. Throws naming every mistake in the texts. */
export async function storeCatalogue(): Promise<void> {
  const catalogue = await readFolder()
  if (catalogue.mistakes.length > 0) throw new Error(catalogue.mistakes.map(formatMistake).join('\n'))
  await writeCatalogue(catalogue)
  await writeSearchIndex(indexCatalogue(catalogue))
}
