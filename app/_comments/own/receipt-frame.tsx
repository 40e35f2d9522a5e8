import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
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
        <div className="comments">{children}</div>
      </div>
    </SiteFrame>
  )
}
