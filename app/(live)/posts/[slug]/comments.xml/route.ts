import { answerCommentsFeed } from '@/app/_comments/comments-feed'
import { findPost } from '@/lib/posts/find-post'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: RouteContext<'/posts/[slug]/comments.xml'>) {
  const post = await findPost((await params).slug)
  if (!post) return new Response(null, { status: 404 })
  const pagePath = `/posts/${post.slug}`
  return answerCommentsFeed(request, {
    title: `Comments on “${post.title}”`,
    description: post.description,
    path: `${pagePath}/comments.xml`,
    pagePath,
    posts: [post],
  })
}
