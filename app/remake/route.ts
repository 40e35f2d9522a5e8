import { z } from 'zod'
import { remakePagesWith, remakeWithHome } from '@/app/_comments/remake-post'
import { env } from '@/lib/env'
import { isSameSecret } from '@/lib/http/same-secret'
import { findPostById } from '@/lib/posts/find-post'
import type { Post } from '@/lib/posts/post'

const ids = z.array(z.string())
const bodySchema = z.union([z.strictObject({ talkedAbout: ids }), z.strictObject({ due: ids })])

/**
 * The starter's own door. A build that stood for a while shows the comments of the day it was made, so the pages of
 * posts that were talked about since are made again; and so is every page that names a scheduled post, when it is
 * due. Whoever asks or posts without this start's token is told that there is no such page.
 */
export async function POST(request: Request) {
  const authorization = request.headers.get('authorization') ?? ''
  if (!env.REMAKE_TOKEN || !isSameSecret(authorization, `Bearer ${env.REMAKE_TOKEN}`)) return GET()
  const body = bodySchema.safeParse(await request.json().catch(() => null))
  if (!body.success) return new Response(null, { status: 400 })
  if ('due' in body.data) await remakeEach(body.data.due, remakePagesWith)
  else await remakeEach(body.data.talkedAbout, remakeWithHome)
  return new Response(null, { status: 204 })
}

async function remakeEach(postIds: string[], remake: (post: Post) => Promise<unknown>) {
  for (const id of postIds) {
    const post = await findPostById(id)
    if (post) await remake(post)
  }
}

/** What is said to strangers. Without it Next would tell them that there is something to POST to. */
export function GET() {
  return new Response(null, { status: 404 })
}
