import { generateRssFeed } from 'feedsmith'
import { site } from '../../content/site'
import type { Post } from '../posts/post'

type Feed = {
  title: string
  description: string
  /** Where the feed itself stands, and the page it belongs to, both as paths: `/feed.xml`, `/`. */
  path: string
  pagePath: string
  siteUrl: string
  /** Newest first, each with its whole text as HTML. */
  posts: { post: Post; html: string }[]
}

/** An RSS 2.0 feed with the full text of its posts (`content:encoded`). A post's guid comes of its id: it stays when the slug changes. */
export function rss({ title, description, path, pagePath, siteUrl, posts }: Feed): string {
  return generateRssFeed({
    title,
    description,
    link: siteUrl + encodeURI(pagePath),
    language: site.language,
    lastBuildDate: newest(posts),
    atom: { links: [{ href: siteUrl + encodeURI(path), rel: 'self', type: 'application/rss+xml' }] },
    items: posts.map(({ post, html }) => ({
      title: post.title,
      link: `${siteUrl}/posts/${post.slug}`,
      guid: { value: `${siteUrl}/posts/${post.id}`, isPermaLink: false },
      pubDate: new Date(post.publishedAt),
      description: post.description,
      categories: post.tags.map((name) => ({ name })),
      comments: post.comments ? `${siteUrl}/posts/${post.slug}#comments-h` : undefined,
      content: { encoded: html },
    })),
  })
}

/** When anything in the feed last changed; absent for an empty one. */
function newest(posts: Feed['posts']): Date | undefined {
  const times = posts.map(({ post }) => Date.parse(post.updatedAt ?? post.publishedAt))
  return times.length > 0 ? new Date(Math.max(...times)) : undefined
}
