import { site } from '../../content/site'
import { env } from '../env'
import type { Picture } from '../posts/post'
import { addressOf } from './address-of'
import { pictureOf } from './picture-of'

type PageHead = {
  /** Without the name of the site; absent on the home page, whose title is the name itself. */
  title?: string
  description: string
  /** The page's own address on this site: `/archive`. */
  path: string
  /** The language of what it shows (BCP 47) where that is not the site's: of a post, or of a quote from one. */
  lang?: string | null
  /** A feed of this page's own, beside the feed of the site. */
  feed?: { path: string; title: string }
  /** What makes a page an article to those who share it: instants in ISO 8601. */
  article?: { publishedAt: string; updatedAt: string | null; tags: string[]; image: Picture | null }
}

/**
 * The head of a readers' page, in the shape of Next's `Metadata`: title, canonical address, feeds and the basics of
 * Open Graph. Every address in it is absolute, as feeds' readers and those who draw previews need it.
 */
export function pageMetadata({ title, description, path, lang, feed, article }: PageHead) {
  const url = path === '/' ? env.SITE_URL : addressOf(path)
  const feeds = [{ path: '/feed.xml', title: site.name }, ...(feed ? [feed] : [])]
  const openGraph = {
    title: title ?? site.name,
    description,
    url,
    siteName: site.name,
    locale: localeOf(lang ?? site.language),
    images: [pictureOf({ path, title: title ?? site.name, image: article?.image ?? null })],
  }
  return {
    title: { absolute: title === undefined ? site.name : `${title} · ${site.name}` },
    description,
    alternates: {
      canonical: url,
      types: {
        'application/rss+xml': feeds.map((each) => ({
          url: addressOf(each.path),
          title: each.title,
        })),
        'application/atom+xml': [{ url: addressOf('/atom.xml'), title: site.name }],
        'application/feed+json': [{ url: addressOf('/feed.json'), title: site.name }],
      },
    },
    openGraph: article
      ? {
          ...openGraph,
          type: 'article' as const,
          publishedTime: article.publishedAt,
          modifiedTime: article.updatedAt ?? undefined,
          authors: [site.author],
          tags: article.tags,
        }
      : { ...openGraph, type: 'website' as const },
    twitter: { card: 'summary_large_image' as const },
  }
}

/**
 * A language as Open Graph writes it (ogp.me), `language_TERRITORY`: where it names no land, that in which most read it,
 * and none where there is none (Esperanto is of the world, 001).
 */
function localeOf(tag: string): string {
  const { language, region = '' } = new Intl.Locale(tag).maximize()
  return /^[A-Z]{2}$/.test(region) ? `${language}_${region}` : language
}
