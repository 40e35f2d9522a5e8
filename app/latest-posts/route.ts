import { z } from 'zod'
import { hashAddress } from '@/app/_comments/hash-address'
import type { offerSchema } from '@/app/_comments/offer-schema'
import { site } from '@/content/site'
import { describeError } from '@/db/describe-error'
import { bucketsOfAddress, countAgainst } from '@/db/rate-limits'
import { offerLatestPosts } from '@/jobs/offer-latest-posts'
import { checkWebsite } from '@/lib/comments/fields'
import { env } from '@/lib/env'
import { isOwnRequest } from '@/lib/http/own-request'

/** For one browser, and for no cache on the way. */
const headers = { 'Cache-Control': 'private, no-store' }

/** Bytes: an address of 500 characters, as JSON. */
const longestBody = 6_000
const bodySchema = z.strictObject({ website: z.string() })

/** How often blogs are asked for: each is a visit to a server that a stranger named. */
const limits = { address: { count: 10, minutes: 10 }, site: { count: 300, minutes: 60 } }

/**
 * The posts that somebody who comments may choose from, of the website they typed: for the script of the form. Not an
 * action, as a browser sends one of these at a time, and nobody is to wait with posting for a stranger's server. Null
 * when there are none, for whatever reason.
 */
export async function POST(request: Request) {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!isOwnRequest(request.headers, env.SITE_URL)) return new Response(null, { status: 403, headers })
  if (!(length <= longestBody)) return new Response(null, { status: 413, headers })
  const body = bodySchema.safeParse(await request.json().catch(() => null))
  if (!body.success) return new Response(null, { status: 400, headers })
  try {
    const offer: z.output<typeof offerSchema> = await findOffer(body.data.website)
    return Response.json(offer, { headers })
  } catch (error) {
    console.error(`Latest posts could not be offered: ${describeError(error)}`)
    return new Response(null, { status: 503, headers })
  }
}

async function findOffer(typed: string) {
  const website = checkWebsite(typed, site.comments.lengths)
  if (!website.ok || website.value === null) return null
  return (await isWithinLimits()) ? offerLatestPosts(website.value) : null
}

/** The narrower limit first, as for comments. */
async function isWithinLimits(): Promise<boolean> {
  if (env.COMMENT_LIMITS === 'off') return true
  const address = await hashAddress()
  if (address !== null && !(await countAgainst(bucketsOfAddress(address).offers, limits.address)))
    return false
  return countAgainst('offers on the site', limits.site)
}

/** There is nothing to look at. Without it Next would say that there is something to POST to. */
export function GET() {
  return new Response(null, { status: 404 })
}
