import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

/** Everything for readers may be found. Answering a comment and the author's desk are for people alone. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/studio', '/posts/*/reply/', '/posts/*/receipt/', '/posts/*/mine'] },
    sitemap: `${env.SITE_URL}/sitemap.xml`,
  }
}
