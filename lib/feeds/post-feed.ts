import type { Post } from '../posts/post'

/** A feed of posts, before it is written in one of the formats. */
export type PostFeed = {
  title: string
  description: string
  /** Where the feed itself stands, and the page it belongs to, both as paths: `/feed.xml`, `/`. */
  path: string
  pagePath: string
  siteUrl: string
  /** Newest first, each with its whole text as HTML. */
  posts: { post: Post; html: string }[]
}

/** What a post is called in every format: it comes of its id, and stays when the slug changes. */
export function nameOf(post: Post, siteUrl: string): string {
  return `${siteUrl}/posts/${post.id}`
}

/** When a post last changed. */
export function changeOf(post: Post): Date {
  return new Date(post.updatedAt ?? post.publishedAt)
}

/** When anything in the feed last changed; absent for an empty one. */
export function newestChange(posts: PostFeed['posts']): Date | undefined {
  const times = posts.map(({ post }) => changeOf(post).getTime())
  return times.length > 0 ? new Date(Math.max(...times)) : undefined
}
