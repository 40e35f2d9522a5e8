import { site } from '../../content/site'
import type { PublicComment } from '../comments/comment'
import { textToPlain } from '../comments/text-to-plain'
import { env } from '../env'
import type { Post } from '../posts/post'
import { author } from './author'
import { pictureOf } from './picture-of'

type Talk = { total: number; comments: PublicComment[] }

/**
 * A post and what was said about it, as those who index the web read it (schema.org/BlogPosting, in JSON-LD). `talk` is
 * the first page of its comments; null when they cannot be read. Of a comment that was removed nothing is told.
 */
export function blogPosting(post: Post, talk: Talk | null) {
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
    ...(talk && { commentCount: talk.total, comment: talk.comments.flatMap((each) => toComment(each, url)) }),
  }
}

function toComment({ removed, number, name, body, publishedAt }: PublicComment, url: string) {
  if (removed) return []
  return {
    '@type': 'Comment',
    url: `${url}#c-${number}`,
    author: { '@type': 'Person', name },
    datePublished: publishedAt.toISOString(),
    text: textToPlain(body),
  }
}
