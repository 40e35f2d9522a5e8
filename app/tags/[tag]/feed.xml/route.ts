import { site } from '@/content/site'
import { rssAnswer } from '@/lib/feeds/rss-answer'
import { decodeSegment } from '@/lib/http/decode-segment'
import { findTag } from '@/lib/posts/find-tag'
import { listAllTagSlugs } from '@/lib/posts/list-tags'

export const dynamic = 'force-static'
export const dynamicParams = false
export const revalidate = 60

export async function generateStaticParams() {
  return (await listAllTagSlugs()).map((tag) => ({ tag }))
}

export async function GET(_request: Request, { params }: RouteContext<'/tags/[tag]/feed.xml'>) {
  const tag = await findTag(decodeSegment((await params).tag))
  // Not notFound(): its answer would be kept for a year, and the first post of a tag may be due tomorrow.
  if (!tag) return new Response(null, { status: 404 })
  return rssAnswer({
    title: `${site.name}: ${tag.name}`,
    description: tag.sentence ?? site.line,
    path: `/tags/${tag.slug}/feed.xml`,
    pagePath: `/tags/${tag.slug}`,
    posts: tag.posts,
  })
}
