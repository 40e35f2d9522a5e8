import { site } from '@/content/site'
import { rssAnswer } from '@/lib/feeds/rss-answer'
import { listPosts } from '@/lib/posts/list-posts'

export const dynamic = 'force-static'
export const revalidate = 60

export async function GET() {
  return rssAnswer({
    title: site.name,
    description: site.line,
    path: '/feed.xml',
    pagePath: '/',
    posts: await listPosts(),
  })
}
