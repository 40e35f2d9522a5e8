import { stopConversation } from '@/db/follows'
import { findLetterKey } from '@/db/letter-keys'
import { logFault } from '@/db/log-fault'
import { hashToken } from '@/lib/studio/token'

type Context = RouteContext<'/letters/stop/[token]/now'>

/** More than `List-Unsubscribe=One-Click` takes, in either form (RFC 8058, 3.1). */
const longestBody = 1_000
const headers = { 'Cache-Control': 'private, no-store', 'Content-Type': 'text/plain; charset=utf-8' }

/**
 * Where a mail program stops letters when somebody presses its own button (RFC 8058): it sends no `Origin` and no cookie, and
 * shows nobody what we answer. The token is the right to; what comes without the words of the RFC stops nothing.
 */
export async function POST(request: Request, { params }: Context) {
  if (!(await isOneClick(request))) return answer(400, 'This is no one-click request.')
  try {
    const id = await findLetterKey(hashToken((await params).token), 'stop')
    if (id === null) return answer(404, 'This link is used up.')
    await stopConversation(id)
    return answer(200, 'Stopped.')
  } catch (error) {
    logFault('Letters were not stopped', error)
    return answer(503, 'That could not be done just now. Please try again in a minute.')
  }
}

/** For programs that open the address instead: the page with the buttons. */
export async function GET(_request: Request, { params }: Context) {
  const href = `/letters/stop/${encodeURIComponent((await params).token)}`
  return new Response(null, { status: 303, headers: { ...headers, Location: href } })
}

async function isOneClick(request: Request): Promise<boolean> {
  try {
    const body = await readShort(request)
    if (body === null) return false
    // What kind of form it is stands in the headers.
    const form = await new Response(body, { headers: request.headers }).formData()
    return form.get('List-Unsubscribe') === 'One-Click'
  } catch {
    return false
  }
}

/** All of a body, however it is sent; null for one that is too long, of which no more is read. */
async function readShort(request: Request): Promise<Blob | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > longestBody) return null
    chunks.push(chunk)
  }
  return new Blob(chunks)
}

function answer(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers })
}
