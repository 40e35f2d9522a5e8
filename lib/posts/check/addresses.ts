import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedPage, ParsedPost } from '../parse-file'
import type { Post } from '../post'
import { slugify } from '../slugify'

/** Addresses that are not made from files of the content folder. */
const fixed = [
  '/',
  '/archive',
  '/quotes',
  '/regulars',
  '/blogroll.opml',
  '/my-comments',
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/search',
  '/sitemap.xml',
]

/** First segments that belong to the site itself: no page and no redirect may take one. */
export const reserved = new Set([
  '404',
  'api',
  'archive',
  'atom',
  'blogroll.opml',
  'comments.xml',
  'atom.xml',
  'dev',
  'favicon.ico',
  'feed',
  'feed.json',
  'feed.xml',
  'gone',
  'health',
  'icon.svg',
  'images',
  'index.xml',
  'my-comments',
  'pictures',
  'posts',
  'quotes',
  'regulars',
  'remake',
  'robots.txt',
  'rss',
  'rss.xml',
  'search',
  'series',
  'sitemap.xml',
  'studio',
  'tags',
  '_next',
])

/** Every address of the site that a text may link to, with the post or page that stands there (null for the others). */
export function listAddresses(
  posts: ParsedPost[],
  pages: ParsedPage[],
): Map<string, ParsedPost | ParsedPage | null> {
  const addresses = new Map<string, ParsedPost | ParsedPage | null>(fixed.map((path) => [path, null]))
  for (const page of pages) addresses.set(`/${page.slug}`, page)
  for (const parsed of posts) {
    addresses.set(`/posts/${parsed.slug}`, parsed)
    if (!parsed.post || parsed.post.draft) continue
    for (const path of pathsOf(parsed.post)) addresses.set(path, null)
  }
  return addresses
}

function pathsOf({ tags, series, redirects }: Pick<Post, 'tags' | 'series' | 'redirects'>): string[] {
  return [
    ...tags.flatMap((tag) => [`/tags/${slugify(tag)}`, `/tags/${slugify(tag)}/feed.xml`]),
    ...(series ? [`/series/${series.slug}`] : []),
    ...redirects,
  ]
}

/** True for a file below `public`. */
export function isPublicFile(path: string): boolean {
  return (
    /\.\w+$/.test(path) &&
    !path.split('/').includes('..') &&
    existsSync(join(/* turbopackIgnore: true */ 'public', path))
  )
}
