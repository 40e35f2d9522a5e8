import type { Metadata } from 'next'
import { LooseThread } from '@/components/loose-thread'
import { PostRow } from '@/components/post-row'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { listPosts } from '@/lib/posts/list-posts'
import { pickPosts } from '@/lib/posts/pick-posts'

export const metadata: Metadata = {
  title: { absolute: `This thread comes to nothing · ${site.name}` },
  description: 'The page was not found.',
}

export default async function NotFound() {
  const picks = pickPosts(site.startHere, await listPosts())
  return (
    <SiteFrame site={site} skipTo="the page">
      <div className="grid">
        <div className="lost">
          <h1>This thread comes to nothing.</h1>
          <LooseThread />
          <p>The page may have been renamed, or unpicked. It happens to the best of seams.</p>
          {picks.length > 0 && (
            <>
              <h2>Often read</h2>
              <div className="mt-3">
                {picks.map(({ post }) => (
                  <PostRow key={post.id} post={post} undated heading="h3" />
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
