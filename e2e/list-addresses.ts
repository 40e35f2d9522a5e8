import type { APIRequestContext } from '@playwright/test'
import { fixtureSlug, specialPosts } from './fixture-posts'

/**
 * Every page the site tells finders of, as paths, from `/sitemap.xml`: what a test says of "every page" it says of
 * these. Of the fixtures, which are all alike, one stands for the others; the one that comes due during the run is
 * left out.
 */
export async function listAddresses(request: APIRequestContext): Promise<string[]> {
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  )
  const alike = new RegExp(`^/posts/(fixture-\\d+|${specialPosts.alone})$`)
  const [one, due] = [fixtureSlug(1), specialPosts.due].map((slug) => `/posts/${slug}`)
  return paths.filter((path) => path === one || (path !== due && !alike.test(path)))
}

/** The posts among them that the author wrote. */
export async function listPosts(request: APIRequestContext): Promise<string[]> {
  return (await listAddresses(request)).filter((path) => /^\/posts\/(?!fixture-)[^/]+$/.test(path))
}

/** Pages that no finder is told of, and that are there without a reader's doing. Some say that what was asked for is not there. */
export const unlistedAddresses = [
  '/never-a-page',
  '/gone',
  '/search',
  '/search?q=wool',
  '/search?q=xyzzy',
  '/my-comments',
  '/posts/sometimes-we-fail/quotes/1',
  '/posts/sometimes-we-fail/follow',
  '/posts/sometimes-we-fail/receipt',
  ...['comments/2', 'comments/newest/2', 'comments/thread/1/1', 'reply/5'].map(
    (part) => `/posts/${specialPosts.talked}/${part}`,
  ),
  ...['confirm', 'decide', 'stop'].map((purpose) => `/letters/${purpose}/made-up`),
  '/studio/sign-in',
]
