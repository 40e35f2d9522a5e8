import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'
import { listPosts } from '@/lib/posts/list-posts'
import { listSeries } from '@/lib/posts/list-series'
import { listPostsWithTag, listTags } from '@/lib/posts/list-tags'
import { listPages } from '@/lib/posts/pages'
import type { Post } from '@/lib/posts/post'

export const revalidate = 60

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [posts, pages, tags, series] = await Promise.all([listPosts(), listPages(), listTags(), listSeries()])
  const quoted = posts.filter(({ quotes }) => quotes.length > 0)
  return [
    { url: env.SITE_URL, lastModified: lastChange(posts) },
    { url: `${env.SITE_URL}/archive`, lastModified: lastChange(posts) },
    { url: `${env.SITE_URL}/quotes`, lastModified: lastChange(quoted) },
    { url: `${env.SITE_URL}/regulars` },
    ...posts.map((post) => ({
      url: `${env.SITE_URL}/posts/${post.slug}`,
      lastModified: lastChange([post]),
    })),
    ...pages.map((page) => ({ url: `${env.SITE_URL}/${page.slug}` })),
    ...(await Promise.all(
      tags.map(async (tag) => ({
        url: `${env.SITE_URL}/tags/${encodeURI(tag.slug)}`,
        lastModified: lastChange(await listPostsWithTag(tag.slug)),
      })),
    )),
    ...series.map(({ slug, posts }) => ({
      url: `${env.SITE_URL}/series/${encodeURI(slug)}`,
      lastModified: lastChange(posts),
    })),
  ]
}

/** When a list of these posts was last another one; undefined for an empty list. */
function lastChange(posts: readonly Post[]): string | undefined {
  return posts.reduce<string | undefined>((last, { updatedAt, publishedAt }) => {
    const change = updatedAt ?? publishedAt
    return last === undefined || change > last ? change : last
  }, undefined)
}
