import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'
import { listPosts } from '@/lib/posts/list-posts'
import { listSeries } from '@/lib/posts/list-series'
import { listTags } from '@/lib/posts/list-tags'
import { listPages } from '@/lib/posts/pages'

export const revalidate = 60

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [posts, pages, tags, series] = await Promise.all([listPosts(), listPages(), listTags(), listSeries()])
  const newest = posts[0]?.publishedAt
  return [
    { url: env.SITE_URL, lastModified: newest },
    { url: `${env.SITE_URL}/archive`, lastModified: newest },
    { url: `${env.SITE_URL}/quotes` },
    { url: `${env.SITE_URL}/regulars` },
    ...posts.map((post) => ({
      url: `${env.SITE_URL}/posts/${post.slug}`,
      lastModified: post.updatedAt ?? post.publishedAt,
    })),
    ...pages.map((page) => ({ url: `${env.SITE_URL}/${page.slug}` })),
    ...tags.map((tag) => ({ url: `${env.SITE_URL}/tags/${encodeURI(tag.slug)}` })),
    ...series.map(({ slug }) => ({ url: `${env.SITE_URL}/series/${encodeURI(slug)}` })),
  ]
}
