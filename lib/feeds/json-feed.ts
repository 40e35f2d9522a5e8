import { generateJsonFeed } from 'feedsmith'
import { site } from '../../content/site'
import { nameOf, type PostFeed } from './post-feed'

/** A JSON Feed 1.1 (jsonfeed.org) with the full text of its posts. */
export function jsonFeed({ title, description, path, pagePath, siteUrl, posts }: PostFeed): string {
  const feed = generateJsonFeed({
    title,
    description,
    home_page_url: siteUrl + encodeURI(pagePath),
    feed_url: siteUrl + encodeURI(path),
    language: site.language,
    authors: [{ name: site.author, url: siteUrl }],
    items: posts.map(({ post, html }) => ({
      id: nameOf(post, siteUrl),
      url: `${siteUrl}/posts/${post.slug}`,
      title: post.title,
      summary: post.description,
      content_html: html,
      language: post.lang ?? undefined,
      date_published: new Date(post.publishedAt),
      date_modified: post.updatedAt === null ? undefined : new Date(post.updatedAt),
      tags: post.tags.length > 0 ? post.tags : undefined,
    })),
  })
  // The generator leaves out an empty list, which a feed must have.
  return JSON.stringify(Object.assign({ items: [] }, feed))
}
