import { loadCatalogue } from './load-catalogue'
import type { Page } from './post'
import { refuseMistakes } from './refuse-mistakes'

/** The pages of `content/pages`, by slug. */
export async function listPages(): Promise<Page[]> {
  return (await loadCatalogue()).pages
}

/** The page of an address, or null. In `npm run dev` it throws a `MistakesError` when the file has mistakes. */
export async function findPage(slug: string): Promise<Page | null> {
  await refuseMistakes(`pages/${slug}.mdx`)
  return (await listPages()).find((page) => page.slug === slug) ?? null
}
