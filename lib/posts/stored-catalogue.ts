import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { env } from '../env'
import type { Catalogue } from './catalogue'
import { dyes } from './post'
import { removeOtherTrees, writeTrees } from './stored-trees'

/** The file of this build, in the project: two builds may stand side by side. */
export const cataloguePath = `.catalogue/posts${env.NEXT_DIST_DIR}.json`

const picture = z.object({ src: z.string(), alt: z.string() })
const heading = z.object({ id: z.string(), text: z.string(), level: z.union([z.literal(2), z.literal(3)]) })
const page = z.object({
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  headings: z.array(heading),
  paidLinks: z.number(),
  file: z.string(),
  hash: z.string(),
})
const post = z.object({
  ...page.shape,
  id: z.string(),
  publishedAt: z.string(),
  updatedAt: z.string().nullable(),
  lang: z.string().nullable(),
  draft: z.boolean(),
  tags: z.array(z.string()),
  series: z.object({ name: z.string(), slug: z.string(), order: z.number() }).nullable(),
  enjoy: z.object({ slug: z.string(), sentence: z.string().nullable() }).nullable(),
  related: z.array(z.string()),
  image: picture.nullable(),
  dye: z.enum(dyes),
  comments: z.boolean(),
  redirects: z.array(z.string()),
  words: z.number(),
  minutes: z.number(),
  opening: z.string(),
  quotes: z.array(
    z.object({
      number: z.number(),
      text: z.string(),
      tweet: z.string(),
      via: z.string().nullable(),
      withUrl: z.boolean(),
      repeated: z.boolean(),
    }),
  ),
})
const schema = z.object({ posts: z.array(post), pages: z.array(page) })

/** What a build keeps: no drafts, no mistakes. */
export type StoredCatalogue = Pick<Catalogue, 'posts' | 'pages'>

/**
 * Writes the catalogue and the texts it names for the server that `next build` and `next start` run; drafts stay
 * behind. From then on the content folder may change: nothing of it is live before the next build has checked it.
 */
export async function writeCatalogue({
  posts,
  pages,
  trees,
}: Pick<Catalogue, 'posts' | 'pages' | 'trees'>): Promise<void> {
  const kept = { posts: posts.filter(({ draft }) => !draft), pages }
  const texts = [...kept.posts, ...kept.pages]
  await mkdir(dirname(cataloguePath), { recursive: true })
  await writeTrees(texts, trees)
  const unfinished = `${cataloguePath}.${process.pid}`
  await writeFile(unfinished, JSON.stringify(kept))
  await rename(unfinished, cataloguePath)
  await removeOtherTrees(texts)
}

/** Reads the catalogue of the last build. Throws when there is none, or when it is of another version of this code. */
export async function readCatalogue(): Promise<StoredCatalogue> {
  const text = await readFile(cataloguePath, 'utf8').catch((error: unknown) => {
    throw new Error(`There is no ${cataloguePath}: run \`npm run catalogue\` before \`next build\`.`, {
      cause: error,
    })
  })
  return schema.parse(JSON.parse(text))
}
