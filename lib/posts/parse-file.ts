import { posix } from 'node:path'
import type { Root } from 'mdast'
import { env } from '../env'
import { listQuotes } from '../quotes/list-quotes'
import { countTerms, type Terms } from '../related/terms'
import { type BodyCheck, checkBody } from './check/check-body'
import { checkPicture } from './check/check-pictures'
import { checkSlug } from './check/check-slug'
import { checkTemplate } from './check/check-template'
import type { Finding } from './check/finding'
import type { ContentFile } from './content-file'
import { isoDay } from './dates'
import { type FrontMatter, readFrontMatter } from './front-matter'
import { type PostFrontMatter, pageSchema, postSchema } from './front-matter-schema'
import { listHeadings } from './list-headings'
import { plainText } from './mdx/plain-text'
import { shapeTree } from './mdx/shape-tree'
import { countWords, minutesFor, openingOf } from './measure-text'
import type { Mistake } from './mistake'
import { countPaidLinks } from './paid-links'
import { pickDye } from './pick-dye'
import type { Page, Post } from './post'
import { slugify } from './slugify'

type Facts = Pick<BodyCheck, 'ownLinks' | 'packed'> & {
  slug: string
  /** SHA-256 of the file, in hex. */
  hash: string
  /** Relative to the project, as messages name it. */
  path: string
  mistakes: Mistake[]
  /** Where a value of the front matter stands. */
  place: FrontMatter<unknown>['place']
}

/** What the file of one post says. `post` is null when mistakes leave nothing to show; `terms` is what it is about. */
export type ParsedPost = Facts & { kind: 'post'; post: Omit<Post, 'related'> | null; terms: Terms }

/** What the file of one page says. */
export type ParsedPage = Facts & { kind: 'page'; page: Page | null }

/** Reads one file of `posts/` on its own; what needs the other files is checked by `checkTogether`. */
export function parsePost(source: ContentFile): ParsedPost {
  const front = readFrontMatter(source.frontMatter ?? '', postSchema)
  const body = checkBody(source, 'post')
  body.found.push(...checkTemplate(front, body.tree))
  const { facts, add } = gather(source, front, body)
  if (front.data?.image) add(['image'], checkPicture(front.data.image.src))
  if (front.data?.updated && isoDay(front.data.updated) < isoDay(front.data.date)) {
    add(['updated'], '"updated" must not come before "date"')
  }
  if (!front.data || !body.tree) return { ...facts, kind: 'post', post: null, terms: new Map() }

  const { data } = front
  const read = readTree(body.tree)
  const terms = countTerms({
    title: data.title,
    description: data.description,
    tags: data.tags,
    series: data.series?.name ?? null,
    body: read.text,
  })
  return { ...facts, kind: 'post', post: makePost(source, data, read), terms }
}

/** Reads one file of `pages/` on its own. */
export function parsePage(source: ContentFile): ParsedPage {
  const front = readFrontMatter(source.frontMatter ?? '', pageSchema)
  const body = checkBody(source, 'page')
  const { facts } = gather(source, front, body)
  if (!front.data || !body.tree) return { ...facts, kind: 'page', page: null }
  const { headings, paidLinks } = readTree(body.tree)
  const { slug, file, hash } = source
  return { ...facts, kind: 'page', page: { slug, ...front.data, headings, paidLinks, file, hash } }
}

function gather(source: ContentFile, front: FrontMatter<unknown>, body: BodyCheck) {
  const path = posix.join(env.CONTENT_DIR, source.file)
  const found: Finding[] = [...checkSlug(source.slug), ...body.found]
  if (source.frontMatter === null) {
    found.push({
      line: 1,
      column: 1,
      message:
        'front matter is missing: begin the file with a line of ---, keys and values, and another line of ---',
    })
  } else {
    found.push(...front.mistakes)
  }
  const mistakes = found.map((mistake) => ({ file: path, ...mistake }))
  const { slug, hash } = source
  const { ownLinks, packed } = body
  const facts: Facts = { slug, hash, path, mistakes, ownLinks, packed, place: front.place }
  const add = (at: PropertyKey[], message: string | null) => {
    if (message !== null) mistakes.push({ file: path, ...front.place(at), message })
  }
  return { facts, add }
}

function readTree(tree: Root) {
  const paidLinks = countPaidLinks(tree)
  shapeTree(tree)
  return {
    paidLinks,
    text: plainText(tree),
    headings: listHeadings(tree),
    quotes: listQuotes(tree),
    opening: openingOf(tree),
  }
}

function makePost(
  source: ContentFile,
  data: PostFrontMatter,
  read: ReturnType<typeof readTree>,
): Omit<Post, 'related'> {
  const words = countWords(read.text)
  return {
    id: data.id ?? source.slug,
    slug: source.slug,
    title: data.title,
    description: data.description,
    publishedAt: data.date,
    updatedAt: data.updated ?? null,
    lang: data.lang ?? null,
    draft: data.draft,
    tags: data.tags,
    series: data.series ? { ...data.series, slug: slugify(data.series.name) } : null,
    enjoy: pickOf(data.enjoy),
    image: data.image ?? null,
    dye: data.dye ?? pickDye(source.slug),
    comments: data.comments,
    redirects: data.redirects,
    words,
    minutes: minutesFor(words),
    opening: read.opening,
    headings: read.headings,
    quotes: read.quotes,
    paidLinks: read.paidLinks,
    file: source.file,
    hash: source.hash,
  }
}

function pickOf(enjoy: PostFrontMatter['enjoy']): Post['enjoy'] {
  if (enjoy === undefined) return null
  if (typeof enjoy === 'string') return { slug: enjoy, sentence: null }
  return { slug: enjoy.post, sentence: enjoy.sentence ?? null }
}
