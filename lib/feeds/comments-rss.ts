import { generateRssFeed } from 'feedsmith'
import { site } from '../../content/site'
import type { PublicComment } from '../comments/comment'
import { textToHtml } from '../comments/text-to-html'
import type { Post } from '../posts/post'

type CommentsFeed = {
  title: string
  description: string
  /** Where the feed itself stands, and the page it belongs to, both as paths: `/comments.xml`, `/`. */
  path: string
  pagePath: string
  siteUrl: string
  /** Published comments, newest first, each with the post it stands under. */
  comments: { comment: PublicComment; post: Pick<Post, 'id' | 'slug' | 'title'> }[]
}

/**
 * An RSS 2.0 feed of comments with their whole text. Each leads to the address that finds its comment on whatever page
 * it stands; its guid comes of the post's id and the number, which both never change.
 */
export function commentsRss({ title, description, path, pagePath, siteUrl, comments }: CommentsFeed): string {
  return generateRssFeed({
    title,
    description,
    link: siteUrl + pagePath,
    language: site.language,
    lastBuildDate: comments[0]?.comment.publishedAt,
    atom: { links: [{ href: siteUrl + path, rel: 'self', type: 'application/rss+xml' }] },
    items: comments.map(({ comment, post }) => ({
      title: `${withoutTags(comment.name)} on “${post.title}”`,
      link: `${siteUrl}/posts/${post.slug}/c/${comment.number}`,
      guid: { value: `${siteUrl}/posts/${post.id}#c-${comment.number}`, isPermaLink: false },
      pubDate: comment.publishedAt,
      dc: { creators: [comment.name] },
      content: { encoded: textToHtml(comment.body) },
    })),
  })
}

/** Some readers of feeds take a title for HTML, others for text: a stranger's name must be the same to both. */
function withoutTags(name: string): string {
  return name.replaceAll('<', '‹').replaceAll('>', '›')
}
