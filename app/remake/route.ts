import { z } from 'zod'
import { remakeEverything, remakePost } from '@/app/_comments/remake-post'
import { env } from '@/lib/env'
import { isSameSecret } from '@/lib/http/same-secret'
import { findPostById } from '@/lib/posts/find-post'

const bodySchema = z.union([
  z.strictObject({ postIds: z.array(z.string()) }),
  z.strictObject({ everything: z.literal(true) }),
])

/**
 * The starter's own door: a build that stood for a while shows the comments of the day it was made, so the
 * posts that were talked about since are made again, and all pages when a scheduled post is due. To anybody
 * without this start's token there is no such page.
 */
export async function POST(request: Request) {
  const authorization = request.headers.get('authorization') ?? ''
  if (!env.REMAKE_TOKEN || !isSameSecret(authorization, `Bearer ${env.REMAKE_TOKEN}`)) {
    return new Response(null, { status: 404 })
  }
  const body = bodySchema.safeParse(await request.json())
  if (!body.success) return new Response(null, { status: 400 })
  if ('everything' in body.data) await remakeEverything()
  else {
    for (const id of body.data.postIds) {
      const post = await findPostById(id)
      if (post) await remakePost(post)
    }
  }
  return new Response(null, { status: 204 })
}
