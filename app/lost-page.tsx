import type { ComponentProps } from 'react'
import { LooseThread } from '@/components/loose-thread'
import { PostRow } from '@/components/post-row'
import { SearchForm } from '@/components/search-form'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'

/** `posts` are those the author would show to somebody who comes for the first time. */
export function LostPage({ posts }: { posts: ComponentProps<typeof PostRow>['post'][] }) {
  return (
    <SiteFrame site={site} skipTo="the page" scripts="none">
      <div className="grid">
        <div className="lost">
          <h1>This thread comes to nothing.</h1>
          <LooseThread />
          <p>The page may have been renamed, or unpicked. It happens to the best of seams.</p>
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
