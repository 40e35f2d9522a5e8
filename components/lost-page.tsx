import type { ComponentProps, ReactNode } from 'react'
import { LooseThread } from './loose-thread'
import { PostRow } from './post-row'
import { SearchForm } from './search-form'
import { SiteFrame } from './site-frame'

type LostPageProps = {
  site: ComponentProps<typeof SiteFrame>['site']
  /** Those the author would show to somebody who comes for the first time. */
  posts: ComponentProps<typeof PostRow>['post'][]
  /** What may have become of the page. */
  children: ReactNode
}

/** Where there is no page, or none any more. */
export function LostPage({ site, posts, children }: LostPageProps) {
  return (
    <SiteFrame site={site} skipTo="the page" scripts="none">
      <div className="grid">
        <div className="lost">
          <h1>This thread comes to nothing.</h1>
          <LooseThread />
          <p>{children}</p>
          <SearchForm />
          {posts.length > 0 && (
            <>
              <h2>Often read</h2>
              <div className="mt-3">
                {posts.map((post) => (
                  <PostRow key={post.slug} post={post} undated heading="h3" />
                ))}
              </div>
            </>
          )}
          <p>
            <a className="btn" href="/archive">
              All posts
            </a>
          </p>
        </div>
      </div>
    </SiteFrame>
  )
}
