import { findGuest, myPath, readForGuest } from '@/app/(live)/my-comments/visit'
import { exportGuest } from '@/db/export-person'
import { isUnread } from '@/db/read-or-log'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** Every answer depends on who asks. */
const headers = { 'Cache-Control': 'private, no-store' }

/** Everything that is stored of this guest, as a file. */
export async function GET() {
  const guest = await findGuest()
  if (guest === null) {
    return new Response(null, { status: 303, headers: { ...headers, Location: env.SITE_URL + myPath } })
  }
  const person = isUnread(guest) ? guest : await readForGuest(() => exportGuest(guest.key))
  if (isUnread(person)) {
    return new Response(null, { status: 503, headers: { ...headers, 'Retry-After': '60' } })
  }
  return new Response(`${JSON.stringify(person, null, 2)}\n`, {
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-comments.json"',
    },
  })
}
