import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PostRow } from '@/components/post-row'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { countByPost } from '@/db/comments'
import { pageMetadata } from '@/lib/head/page-metadata'
import { decodeSegment } from '@/lib/http/decode-segment'
import { findSeries, listAllSeriesSlugs } from '@/lib/posts/list-series'
import { count } from '@/lib/words/count'

export const dynamicParams = false
export const revalidate = 60

export async function generateStaticParams() {
  return (await listAllSeriesSlugs()).map((name) => ({ name }))
}

export async function generateMetadata({ params }: PageProps<'/series/[name]'>): Promise<Metadata> {
  const series = await findSeries(decodeSegment((await params).name))
  if (!series) notFound()
  return pageMetadata({
    title: series.name,
    description: `A series in ${count(series.posts.length, 'part')}.`,
    path: `/series/${series.slug}`,
  })
}

export default async function SeriesPage({ params }: PageProps<'/series/[name]'>) {
  const series = await findSeries(decodeSegment((await params).name))
  if (!series) notFound()
  const comments = await countByPost(series.posts.map((post) => post.id))
  return (
    <SiteFrame site={site} skipTo="the list" scripts="none">
      <div className="grid">
        <div className="page-head">
          <p className="eyebrow">Series</p>
          <h1>{series.name}</h1>
          <p>
            {series.posts.length === 1
              ? 'One part so far.'
              : `${count(series.posts.length, 'part')}, in the order they were meant to be read.`}
          </p>
        </div>
        <ol className="list rows lg:col-[text-start/margin-end]">
          {series.posts.map((post) => (
            <li key={post.id}>
              <PostRow post={post} comments={comments.get(post.id)} />
            </li>
          ))}
        </ol>
      </div>
    </SiteFrame>
  )
}
