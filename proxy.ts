import { createHash, randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { themeScript } from './components/theme-script'
import { env } from './lib/env'
import { isOwnRequest } from './lib/http/own-request'
import { studioHeaders, studioPolicy } from './lib/http/studio-headers'

/** The studio alone: readers' pages are static, and nothing runs before them. */
export const config = { matcher: ['/studio', '/studio/:path*'] }

const scriptHash = createHash('sha256').update(themeScript).digest('base64')
const development = process.env.NODE_ENV === 'development'

/**
 * Refuses what would change something and was not sent by a page of ours, and closes each answer with a policy of
 * its own. Who asks is not looked at here: every page and action of the studio does that itself.
 */
export function proxy(request: NextRequest): Response {
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (!isReading && !isOwnRequest(request.headers, env.SITE_URL)) {
    const words = `The studio takes this from its own pages alone. Open ${env.SITE_URL}/studio and try again.\n`
    return new Response(words, { status: 403, headers: studioHeaders })
  }
  const policy = studioPolicy({ nonce: randomBytes(16).toString('base64'), scriptHash, development })
  // Next reads the nonce off the request and puts it on its own scripts.
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(studioHeaders)) answer.headers.set(name, value)
  return answer
}
