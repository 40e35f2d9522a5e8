import { yearOf } from '@/lib/posts/dates'
import type { Post } from '@/lib/posts/post'

/** The posts under their years in the site's zone; both stay in the order they came in. */
export function groupByYear<Dated extends Pick<Post, 'publishedAt'>>(posts: Dated[]) {
  const years: { year: number; posts: Dated[] }[] = []
  for (const post of posts) {
    const year = yearOf(post.publishedAt)
    const last = years.at(-1)
    if (last?.year === year) last.posts.push(post)
    else years.push({ year, posts: [post] })
  }
  return years
}
