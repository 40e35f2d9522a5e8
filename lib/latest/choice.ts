import { z } from 'zod'
import type { LatestPost } from '../comments/comment'
import { openSeal, seal } from '../http/seal'

const choiceSchema = z.strictObject({
  website: z.string(),
  blog: z.string(),
  feed: z.string().optional(),
  title: z.string(),
  url: z.string(),
  until: z.number(),
})

/** What was offered for one website, and until when it may be taken, in milliseconds since 1970. */
export type Choice = z.output<typeof choiceSchema>

/** A post as it is offered to a browser: nobody makes or changes one without the key. */
export function sealChoice(key: string, choice: Choice): string {
  return seal(key, Buffer.from(JSON.stringify(choice)).toString('base64url'))
}

/**
 * The post in a choice that came back, if we offered it for this very website and not too long ago; null for anything
 * else. `now` is in milliseconds since 1970.
 */
export function openChoice(
  key: string,
  sealed: string,
  website: string,
  now = Date.now(),
): (LatestPost & { url: string }) | null {
  const packed = openSeal(key, sealed)
  if (packed === null) return null
  const choice = choiceSchema.parse(JSON.parse(Buffer.from(packed, 'base64url').toString()))
  if (choice.website !== website || choice.until < now) return null
  const { website: _, until: __, ...post } = choice
  return post
}
