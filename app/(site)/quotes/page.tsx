import type { Metadata } from 'next'
import { Quilt } from '@/components/quilt'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { env } from '@/lib/env'
import { pageMetadata } from '@/lib/head/page-metadata'
import { listPosts } from '@/lib/posts/list-posts'
import { listWall } from '@/lib/quotes/list-wall'

export const revalidate = 60

export const metadata: Metadata = pageMetadata({
  title: 'Quotes',
  description: 'Sentences from the blog, one patch each.',
  path: '/quotes',
})

export default async function QuotesPage() {
  const quotes = listWall(await listPosts())
  return (
    <SiteFrame site={site} skipTo="the quotes" current="/quotes" scripts="none">
      <div className="grid">
        <div className="hero wide">
          <h1>Sentences that held</h1>
          <p>
            {quotes.length === 0
              ? 'Nothing hangs here yet. The first sentence worth passing on will.'
              : 'People kept sending these to each other, so here they are in one place, one patch each. Take what you need.'}
          </p>
        </div>
      </div>
      {quotes.length > 0 && (
        <div className="grid">
          <Quilt quotes={quotes} siteUrl={env.SITE_URL} />
        </div>
      )}
    </SiteFrame>
  )
}
