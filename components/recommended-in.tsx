import { Fragment } from 'react'
import type { Post } from '@/lib/posts/post'

/** The way back from a P.S.: the posts that name this one in theirs. Nothing where there are none. */
export function RecommendedIn({ posts }: { posts: Pick<Post, 'slug' | 'title'>[] }) {
  if (posts.length === 0) return null
  return (
    <p className="meta">
      Recommended in{' '}
      {posts.map(({ slug, title }, index) => (
        <Fragment key={slug}>
          {index > 0 && ', '}
          <a href={`/posts/${slug}`}>{title}</a>
        </Fragment>
      ))}
    </p>
  )
}
