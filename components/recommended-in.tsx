import { Fragment } from 'react'
import { languageOf } from '@/lib/posts/language'
import type { Post } from '@/lib/posts/post'

/** The way back from a P.S.: the posts that name this one in theirs. Nothing where there are none. */
export function RecommendedIn({ posts }: { posts: Pick<Post, 'slug' | 'title' | 'lang'>[] }) {
  if (posts.length === 0) return null
  return (
    <p className="meta">
      <bdi>
        Recommended in{' '}
        {posts.map((post, index) => (
          <Fragment key={post.slug}>
            {index > 0 && ', '}
            <a href={`/posts/${post.slug}`} {...languageOf(post)}>
              {post.title}
            </a>
          </Fragment>
        ))}
      </bdi>
    </p>
  )
}
