import { answerCommentsFeed } from '@/app/_comments/comments-feed'
import { site } from '@/content/site'
import { listPosts } from '@/lib/posts/list-posts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request) {
  return answerCommentsFeed(request, {
    title: `${site.name}: comments`,
    description: `What readers say on ${site.name}`,
    path: '/comments.xml',
    pagePath: '/',
    posts: await listPosts(),
  })
}
