import type { NextConfig } from 'next'
import { site } from './content/site'
import { env } from './lib/env'
import { malformedAddress } from './lib/http/malformed-address'
import { headersOfAll, letterHeaders, pagePolicies, picturePolicy } from './lib/http/security-headers'
import { listGone, listRedirects } from './lib/posts/list-redirects'
import { readCatalogue } from './lib/posts/stored-catalogue'

/** What `lib/latest/parse-feed.ts` runs as a process of its own, with all that it needs: no bundle knows of it. */
const feedReader = [
  './lib/latest/parse-feed-child.mjs',
  './node_modules/{feedsmith,entities,fast-xml-parser,fast-xml-builder,@nodable/entities}/**/*',
  './node_modules/{path-expression-matcher,xml-naming,is-unsafe,strnum,anynum}/**/*',
]

const config: NextConfig = {
  distDir: env.NEXT_DIST_DIR,
  // Next adds the folder of its types to tsconfig.json; one that extends another it leaves as it is.
  typescript: { tsconfigPath: env.NEXT_DIST_DIR === '.next' ? 'tsconfig.json' : 'e2e/tsconfig.json' },
  // Its 120 modules stood in the bundle once for every kind of code. From 5,000 modules on their numbers have a digit more,
  // in each script of each page: 0.3 KB.
  serverExternalPackages: ['zod'],
  // Next would leave these two outside of its bundles: a hundred small files to find, read and link before the first
  // page is made after a start.
  transpilePackages: ['next-mdx-remote', 'shiki'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Pictures are served as they are: with this, /_next/image is a 404 and no stranger has the server draw.
  images: { unoptimized: true },
  // Regeneration on Vercel reads the catalogue, texts and pictures again, long after the build. Elsewhere nobody reads
  // the lists of them, one beside every page, each as long as there are posts.
  outputFileTracingIncludes: env.VERCEL
    ? { '/*': ['./public/images/**/*', './.catalogue/**/*', './lib/pictures/fonts/*', ...feedReader] }
    : {},
  experimental: {
    // The lost page is a document of its own: app/global-not-found.tsx says why.
    globalNotFound: true,
    // The desk and all else that few ask for is loaded when it is: 30 MB less. What draws posts is before (cli/start.ts).
    preloadEntriesOnStart: false,
    // No link of ours is prefetched, so nothing needs to know which parts of a page are small enough to come in one
    // answer. To find out, Next makes and compresses every part of every page once more.
    prefetchInlining: false,
    // Few files of some size compress better than many small ones: 0.8 KB less script with every post.
    turbopackChunking: { maxChunkCountPerGroup: 4, minChunkSize: 100_000 },
    // Nobody reads the maps of what the server runs; making them took a seventh of a build, and two thirds of its folder.
    turbopackSourceMaps: false,
    serverActions: { allowedOrigins: [new URL(env.SITE_URL).host], bodySizeLimit: '256kb' },
  },
  async headers() {
    const development = process.env.NODE_ENV === 'development'
    return [
      { source: '/:path*', headers: headersOfAll(env.SITE_URL) },
      { source: '/((?!_next/static/).*)', headers: pagePolicies(development) },
      { source: '/images/:path*', headers: [picturePolicy] },
      { source: '/letters/:path*', headers: letterHeaders },
      { source: '/my-comments/:path*', headers: letterHeaders },
    ]
  },
  async redirects() {
    // There is no catalogue yet when only types are made; a build without one fails at its first page.
    const { posts } = await readCatalogue().catch(() => ({ posts: [] }))
    return [
      ...listRedirects(posts),
      // What people and readers of feeds guess.
      { source: '/(posts|series|tags)', destination: '/archive', permanent: false },
      { source: '/(feed|rss|rss\\.xml|index\\.xml)', destination: '/feed.xml', permanent: false },
      { source: '/atom', destination: '/atom.xml', permanent: false },
    ]
  },
  async rewrites() {
    // Before the pages, whose addresses some of them had. To what cannot be decoded Next says "Internal Server Error" and
    // nothing else, where a page takes a part of its address from it. Each request for a page is compared: 7 µs.
    const lost = { source: malformedAddress, destination: '/_not-found' }
    return { beforeFiles: [...listGone(site.gone), lost], afterFiles: [], fallback: [] }
  },
}

export default config
