import { findGuest, myPath, readForGuest } from '@/app/(live)/my-comments/visit'
import { exportPerson } from '@/db/export-person'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

/** Everything that is stored of this guest, as a file. */
export async function GET() {
  const guest = await findGuest()
  if (guest === null) return Response.redirect(env.SITE_URL + myPath, 303)
  const person = guest === 'unread' ? guest : await readForGuest(exportPerson(guest.key))
  if (person === 'unread') return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  return new Response(`${JSON.stringify(person, null, 2)}\n`, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-comments.json"',
    },
  })
}
