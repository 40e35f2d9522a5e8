import type { ReactNode } from 'react'
import type { Post, Quote } from '@/lib/posts/post'
import './quilt.css'

type LonePatchProps = {
  quote: Pick<Quote, 'text'>
  post: Pick<Post, 'title' | 'dye'>
  /** Where to go from here. */
  children: ReactNode
}

/** One quote, with a page to itself: its heading is the post it comes from. */
export function LonePatch({ quote, post, children }: LonePatchProps) {
  const size = quote.text.length <= 110 ? 'huge' : 'large'
  return (
    <div className={`patch alone sewn ${size} wide dye-${post.dye}`}>
      <figure aria-label="Quote">
        <blockquote>
          <p>{quote.text}</p>
        </blockquote>
        <figcaption>
          <h1>{post.title}</h1>
          {children}
        </figcaption>
      </figure>
    </div>
  )
}
