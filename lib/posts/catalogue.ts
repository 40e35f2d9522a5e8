import { site } from '../../content/site'
import { relate } from '../related/relate'
import { checkTogether } from './check/check-together'
import { strayMistake } from './check/stray-mistake'
import { type Mistake, sortMistakes } from './mistake'
import type { ParsedPage, ParsedPost } from './parse-file'
import type { Page, Post } from './post'

/**
 * Everything the site knows of its texts, newest post first, drafts and scheduled ones included. `trees` has the texts
 * themselves by the hashes of their files, packed.
 */
export type Catalogue = { posts: Post[]; pages: Page[]; trees: Map<string, string>; mistakes: Mistake[] }

/**
 * The one builder of the catalogue. `strays` are the files among the texts that are none, relative to the content folder.
 * `now` decides which posts count as published when related ones are chosen and links checked.
 */
export function makeCatalogue(
  parsedPosts: ParsedPost[],
  parsedPages: ParsedPage[],
  strays: string[],
  now: Date,
): Catalogue {
  const sound = parsedPosts.flatMap(({ post, terms }) => (post ? [{ post, terms }] : []))
  const related = relate(
    sound
      .filter(({ post }) => !post.draft)
      .map(({ post, terms }) => ({
        key: post.slug,
        terms,
        group: post.series?.slug ?? null,
        lang: new Intl.Locale(post.lang ?? site.language).language,
        published: Date.parse(post.publishedAt) <= now.getTime(),
      })),
  )
  const posts = sound
    .map(({ post }): Post => ({ ...post, related: related.get(post.slug) ?? [] }))
    .sort((a, b) => compare(b.publishedAt, a.publishedAt) || compare(a.slug, b.slug))
  const pages = parsedPages
    .flatMap(({ page }) => (page ? [page] : []))
    .sort((a, b) => compare(a.slug, b.slug))

  const all = [...parsedPosts, ...parsedPages]
  const trees = new Map(all.flatMap(({ hash, packed }) => (packed === null ? [] : [[hash, packed]])))
  const alone = all.flatMap(({ mistakes }) => mistakes)
  const together = checkTogether(parsedPosts, parsedPages, now)
  return { posts, pages, trees, mistakes: sortMistakes([...alone, ...together, ...strays.map(strayMistake)]) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
