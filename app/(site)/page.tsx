import type { Metadata } from 'next'
import { HomeBand } from '@/components/home-band'
import { HomeCard } from '@/components/home-card'
import { JsonLd } from '@/components/json-ld'
import { LeadPost } from '@/components/lead-post'
import { PostRow } from '@/components/post-row'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { countByPost } from '@/db/comments'
import { blog } from '@/lib/head/blog'
import { pageMetadata } from '@/lib/head/page-metadata'
import { listPosts } from '@/lib/posts/list-posts'
import { pickPosts } from '@/lib/posts/pick-posts'
import { count } from '@/lib/words/count'
import { Lately } from './lately'
import { listLately } from './list-lately'
import { StartHere } from './start-here'

export const revalidate = 60

export const metadata: Metadata = pageMetadata({
  description: site.line,
  path: '/',
  feed: { path: '/comments.xml', title: `${site.name}: comments` },
})

const ROWS = 5

export default async function HomePage() {
  const posts = await listPosts()
  const [latest, ...rows] = posts.slice(0, 1 + ROWS)
  const [comments, lately] = await Promise.all([
    countByPost(posts.slice(0, 1 + ROWS).map(({ id }) => id)),
    listLately(posts),
  ])
  const picks = pickPosts(site.startHere, posts)
  return (
    <SiteFrame site={site} skipTo="the posts" current="/" scripts="none">
      <div className="grid">
        <div className="h-card hero wide">
          <HomeCard author={site.author} profiles={site.profiles} />
          <h1 className="p-note">{site.line}</h1>
          <p>{site.welcome}</p>
        </div>
      </div>
      <HomeBand />
      <div className="grid home-grid latest">
        <section className="h-feed list" aria-labelledby="latest-h">
          <p className="eyebrow p-name" id="latest-h">
            Latest
          </p>
          {latest ? (
            <LeadPost post={latest} comments={comments.get(latest.id)} />
          ) : (
            <p className="mt-4">
              Nothing is sewn yet. The needle is threaded; the first post will be here soon.
            </p>
          )}
          {rows.length > 0 && (
            <div className="rows">
              {rows.map((post) => (
                <PostRow key={post.id} post={post} comments={comments.get(post.id)} />
              ))}
            </div>
          )}
          {posts.length > 1 && (
            <p className="mt-6">
              <a className="btn" href="/archive">
                All {count(posts.length, 'post')}
              </a>
            </p>
          )}
        </section>
        {(picks.length > 0 || lately.length > 0) && (
          <aside className="aside start" aria-label="Elsewhere on this blog">
            <StartHere picks={picks} />
            <Lately comments={lately} />
          </aside>
        )}
      </div>
      <JsonLd data={blog} />
    </SiteFrame>
  )
}
