import { site } from '../../content/site'
import { env } from '../env'
import type { Post } from '../posts/post'
import { author } from './author'
import { pictureOf } from './picture-of'

/**
 * A post as those who index the web read it (schema.org/BlogPosting, in JSON-LD). `total` is how many comments are published
 * under it; null when that cannot be read.
 */
export function blogPosting(post: Post, total: number | null) {
  const path = `/posts/${post.slug}`
  const url = env.SITE_URL + path
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: post.title,
    description: post.description,
    url,
    mainEntityOfPage: url,
    datePublished: post.publishedAt,
    dateModified: post.updatedAt ?? post.publishedAt,
    inLanguage: post.lang ?? site.language,
    wordCount: post.words,
    keywords: post.tags,
    image: pictureOf({ path, title: post.title, image: post.image }).url,
    author,
    publisher: author,
    ...(total !== null && { commentCount: total }),
  }
}
