import { site } from '@/content/site'
import { answerFeed } from '@/lib/feeds/feed-answer'
import { decodeSegment } from '@/lib/http/decode-segment'
import { findTag } from '@/lib/posts/find-tag'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: RouteContext<'/tags/[tag]/feed.xml'>) {
  const tag = await findTag(decodeSegment((await params).tag))
  if (!tag) return new Response(null, { status: 404 })
  return answerFeed(request, {
    format: 'rss',
    title: `${site.name}: ${tag.name}`,
    description: tag.sentence ?? site.line,
    path: `/tags/${tag.slug}/feed.xml`,
    pagePath: `/tags/${tag.slug}`,
    posts: tag.posts,
  })
}
