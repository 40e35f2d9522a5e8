import type { APIRequestContext } from '@playwright/test'

/**
 * Every page the site tells finders of, as paths, from `/sitemap.xml`: what a test says of "every page" it says of
 * these. Of the many fixtures, which are all alike, one stands for the others; the one that
 * is due while the tests run is left out.
 */
export async function listAddresses(request: APIRequestContext): Promise<string[]> {
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => new URL(address).pathname,
  )
  return paths.filter((path) => !/\/fixture-(\d+|due)$/.test(path) || path.endsWith('/fixture-001'))
}

/** The posts among them that the author wrote. */
export async function listPosts(request: APIRequestContext): Promise<string[]> {
  return (await listAddresses(request)).filter((path) => /^\/posts\/(?!fixture-)[^/]+$/.test(path))
}
