import { generateRssFeed } from 'feedsmith'
import { site } from '../../content/site'
import { nameOf, newestChange, type PostFeed } from './post-feed'

/** An RSS 2.0 feed with the full text of its posts (`content:encoded`). */
export function rss({ title, description, path, pagePath, siteUrl, posts }: PostFeed): string {
  return generateRssFeed({
    title,
    description,
    link: siteUrl + encodeURI(pagePath),
    language: site.language,
    lastBuildDate: newestChange(posts),
    atom: { links: [{ href: siteUrl + encodeURI(path), rel: 'self', type: 'application/rss+xml' }] },
    items: posts.map(({ post, html }) => ({
      title: post.title,
      link: `${siteUrl}/posts/${post.slug}`,
      guid: { value: nameOf(post, siteUrl), isPermaLink: false },
      pubDate: new Date(post.publishedAt),
      description: post.description,
      categories: post.tags.map((name) => ({ name })),
      comments: post.comments ? `${siteUrl}/posts/${post.slug}#comments-h` : undefined,
      content: { encoded: html },
    })),
  })
}
