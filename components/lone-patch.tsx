import type { ReactNode } from 'react'
import { languageOf } from '@/lib/posts/language'
import type { Post, Quote } from '@/lib/posts/post'
import './quilt.css'

type LonePatchProps = {
  quote: Pick<Quote, 'text'>
  post: Pick<Post, 'title' | 'dye' | 'lang'>
  /** Where to go from here. */
  children: ReactNode
}

/** One quote, with a page to itself: its heading is the post it comes from. */
export function LonePatch({ quote, post, children }: LonePatchProps) {
  const size = quote.text.length <= 110 ? 'huge' : 'large'
  return (
    <div className={`patch alone sewn ${size} wide dye-${post.dye}`}>
      <figure aria-label="Quote" dir={languageOf(post).dir}>
        <blockquote {...languageOf(post)}>
          <p>{quote.text}</p>
        </blockquote>
        <figcaption>
          <h1 {...languageOf(post)}>{post.title}</h1>
          {children}
        </figcaption>
      </figure>
    </div>
  )
}
