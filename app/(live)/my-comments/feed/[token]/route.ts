import { answerCommentsFeed } from '@/app/_comments/comments-feed'
import { myPath, readForGuest } from '@/app/(live)/my-comments/visit'
import { site } from '@/content/site'
import { findLetterKey } from '@/db/letter-keys'
import { isUnread } from '@/db/read-or-log'
import { listRepliesTo } from '@/db/replies-feed'
import { listPosts } from '@/lib/posts/list-posts'
import { hashToken, isToken } from '@/lib/studio/token'

export const dynamic = 'force-dynamic'

const headers = { 'Cache-Control': 'private, no-store' }

/** What others answered to a guest, for the reader of feeds that they gave this address to. */
export async function GET(request: Request, { params }: RouteContext<'/my-comments/feed/[token]'>) {
  const { token } = await params
  const guestKey = isToken(token) ? await readForGuest(() => findLetterKey(hashToken(token), 'feed')) : null
  if (isUnread(guestKey))
    return new Response(null, { status: 503, headers: { ...headers, 'Retry-After': '60' } })
  if (guestKey === null) return new Response(null, { status: 404, headers })
  const answer = await answerCommentsFeed(request, {
    title: `${site.name}: replies to you`,
    description: `What others answered to your comments on ${site.name}`,
    path: `${myPath}/feed/${token}`,
    pagePath: myPath,
    posts: await listPosts(),
    list: (most) => listRepliesTo(guestKey, most),
  })
  answer.headers.set('Cache-Control', headers['Cache-Control'])
  return answer
}
