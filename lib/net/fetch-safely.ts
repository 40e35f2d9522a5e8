import type { IncomingMessage } from 'node:http'
import { findAddresses, type MayReach } from './find-addresses'
import { openAnswer } from './open-answer'
import { readBody } from './read-body'
import { NoSuchHost, type ResolveHost } from './resolve-host'

/** One job out on the web, of one request or several. */
export type Visit = {
  /** Ends all of it: see `longestVisit`. */
  signal: AbortSignal
  /** Asked before every request, redirects included: false turns back. Absent: every host may be asked. */
  mayAsk?: (host: string) => Promise<boolean>
  mayReach?: MayReach
  resolve?: ResolveHost
}

export type Fetched = {
  /** Where it was found, after redirects. */
  url: URL
  /** The content type without its parameters, in lower case. */
  type: string
  /** What the head says it is written in; null when it does not. */
  charset: string | null
  body: Buffer
}

/** How long a whole job may take, in milliseconds: `AbortSignal.timeout(longestVisit)` is its signal. */
export const longestVisit = 5_000

const mostRedirects = 3
const redirects = new Set([301, 302, 303, 307, 308])
const types = /^(?:text|application)\/(?:[\w.-]+\+)?(?:xml|json|html)$/

/**
 * The one way out for every request to an address that a stranger named: GET, http or https, to public addresses
 * alone, within the limits of time and size of its parts. Null for whatever went wrong: nobody learns from us
 * whether a port was closed, filtered or spoke something else. Never rejects for what the other side can cause.
 */
export async function fetchSafely(address: string, visit: Visit): Promise<Fetched | null> {
  const found = await fetchOrGone(address, visit)
  return found === 'gone' ? null : found
}

/**
 * As `fetchSafely`, for what we link to already: `gone` when the server says that there is no such page (404, 410), or
 * the name servers that there is no such host. For our own eyes alone.
 */
export async function fetchOrGone(address: string, visit: Visit): Promise<Fetched | 'gone' | null> {
  let next = URL.canParse(address) ? new URL(address) : null
  for (let hops = 0; next && hops <= mostRedirects; hops += 1) {
    const url: URL = next
    const answer = await openOrNull(url, visit)
    if (answer === null || answer === 'gone') return answer
    const status = answer.statusCode ?? 0
    try {
      next = redirects.has(status) ? findTarget(answer, url) : null
      if (!next) return status === 404 || status === 410 ? 'gone' : await readPage(answer, url)
    } catch {
      return null
    } finally {
      // The bodies of redirects are not read, nor is the rest of what is too large.
      answer.destroy()
    }
  }
  return null
}

async function openOrNull(url: URL, visit: Visit): Promise<IncomingMessage | 'gone' | null> {
  const { signal, mayReach, resolve, mayAsk = async () => true } = visit
  const addresses = await findAddresses(url, signal, mayReach, resolve).catch((error) =>
    error instanceof NoSuchHost ? 'gone' : null,
  )
  if (addresses === null || addresses === 'gone') return addresses
  if (!(await mayAsk(url.hostname))) return null
  return openAnswer(url, addresses, signal).catch(() => null)
}

function findTarget({ headers: { location } }: IncomingMessage, url: URL): URL | null {
  return location !== undefined && URL.canParse(location, url.href) ? new URL(location, url.href) : null
}

async function readPage(answer: IncomingMessage, url: URL): Promise<Fetched | null> {
  const contentType = answer.headers['content-type'] ?? ''
  const type = contentType.replace(/;.*/s, '').trim().toLowerCase()
  if (answer.statusCode !== 200 || !types.test(type)) return null
  const body = await readBody(answer)
  return body && { url, type, charset: /;\s*charset="?([\w.:-]+)/i.exec(contentType)?.[1] ?? null, body }
}
