import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PostRow } from '@/components/post-row'
import { SiteFrame } from '@/components/site-frame'
import { TagList } from '@/components/tag-list'
import { site } from '@/content/site'
import { countByPost } from '@/db/comments'
import { pageMetadata } from '@/lib/head/page-metadata'
import { decodeSegment } from '@/lib/http/decode-segment'
import { findTag } from '@/lib/posts/find-tag'
import { languageOf } from '@/lib/posts/language'
import { listAllTagSlugs, listTags } from '@/lib/posts/list-tags'
import { count } from '@/lib/words/count'
import { relatedTags } from './related-tags'

export const dynamicParams = false
export const revalidate = 60

/** Tags of scheduled posts too: a 404 until the first of them is due. */
export async function generateStaticParams() {
  return (await listAllTagSlugs()).map((tag) => ({ tag }))
}

export async function generateMetadata({ params }: PageProps<'/tags/[tag]'>): Promise<Metadata> {
  const tag = await findTag(decodeSegment((await params).tag))
  if (!tag) notFound()
  return pageMetadata({
    title: tag.name,
    description: tag.sentence ?? `${count(tag.posts.length, 'post')} about ${tag.name}.`,
    path: `/tags/${tag.slug}`,
    feed: { path: `/tags/${tag.slug}/feed.xml`, title: `${site.name}: ${tag.name}` },
  })
}

export default async function TagPage({ params }: PageProps<'/tags/[tag]'>) {
  const tag = await findTag(decodeSegment((await params).tag))
  if (!tag) notFound()
  const comments = await countByPost(tag.posts.map((post) => post.id))
  const related = relatedTags(tag.slug, tag.posts, await listTags())
  return (
    <SiteFrame site={site} skipTo="the list" scripts="none">
      <div className="grid">
        <div className="page-head">
          <p className="eyebrow">Tag</p>
          <h1 {...languageOf(tag)}>{tag.name}</h1>
          {tag.sentence && <p>{tag.sentence}</p>}
          <p className="meta flex flex-wrap gap-x-5">
            <span>{count(tag.posts.length, 'post')}</span>
            <a href={`/tags/${tag.slug}/feed.xml`}>RSS of this tag</a>
            <a href="/archive">All posts</a>
          </p>
        </div>
        <div className="list rows lg:col-[text-start/margin-end]">
          {tag.posts.map((post) => (
            <PostRow key={post.id} post={post} comments={comments.get(post.id)} />
          ))}
        </div>
        {related.length > 0 && (
          <nav className="mt-s-7" aria-labelledby="related-h">
            <h2 className="mb-3 text-[1.15rem]" id="related-h">
              Often beside it
            </h2>
            <TagList tags={related} label="Related tags" />
          </nav>
        )}
      </div>
    </SiteFrame>
  )
}
