import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { offersLetters } from '@/lib/mail/offers-letters'
import type { Post } from '@/lib/posts/post'

type ReceiptFrameProps = { post: Post; heading: string; children: ReactNode }

/** A page about one's own comments on a post. */
export function ReceiptFrame({ post, heading, children }: ReceiptFrameProps) {
  return (
    <SiteFrame site={site} skipTo="your comment">
      <header className="grid page-head">
        <div>
          <h1>
            {heading} on <a href={`/posts/${post.slug}`}>{post.title}</a>
          </h1>
        </div>
      </header>
      <div className="grid">
        <div className="comments">
          {children}
          {offersLetters && (
            <p className="meta mt-8">
              Later, or on another device, <a href="/my-comments">My comments</a> finds whatever you wrote
              with an e-mail address. What you wrote without one, only the browser you wrote it with knows as
              yours.
            </p>
          )}
        </div>
      </div>
    </SiteFrame>
  )
}
