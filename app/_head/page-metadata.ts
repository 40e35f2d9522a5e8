import type { Metadata } from 'next'
import { site } from '@/content/site'
import { env } from '@/lib/env'

type PageHead = {
  /** Without the name of the site; absent on the home page, whose title is the name itself. */
  title?: string
  description: string
  /** The page's own address on this site: `/archive`. */
  path: string
  /** A feed of this page's own, beside the feed of the site. */
  feed?: { path: string; title: string }
  /** What makes a page an article to those who share it: instants in ISO 8601. */
  article?: { publishedAt: string; updatedAt: string | null; tags: string[] }
}

/** The head of a readers' page: title, canonical address, feeds and the basics of Open Graph, all absolute. */
export function pageMetadata({ title, description, path, feed, article }: PageHead): Metadata {
  const url = path === '/' ? env.SITE_URL : `${env.SITE_URL}${path}`
  const feeds = [{ path: '/feed.xml', title: site.name }, ...(feed ? [feed] : [])]
  return {
    title: { absolute: title === undefined ? site.name : `${title} · ${site.name}` },
    description,
    alternates: {
      canonical: url,
      types: {
        'application/rss+xml': feeds.map((each) => ({
          url: `${env.SITE_URL}${each.path}`,
          title: each.title,
        })),
      },
    },
    openGraph: {
      title: title ?? site.name,
      description,
      url,
      siteName: site.name,
      locale: site.language.replace('-', '_'),
      ...(article
        ? {
            type: 'article',
            publishedTime: article.publishedAt,
            modifiedTime: article.updatedAt ?? undefined,
            authors: [site.author],
            tags: article.tags,
          }
        : { type: 'website' }),
    },
    twitter: { card: 'summary' },
  }
}
