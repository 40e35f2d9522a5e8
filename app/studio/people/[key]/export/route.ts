import { readForDesk } from '@/app/studio/read-for-desk'
import { requireAuthor } from '@/app/studio/session'
import { exportPerson } from '@/db/export-person'
import { decodeSegment } from '@/lib/http/decode-segment'

/** Everything that is stored of one person, as a file. */
export async function GET(_request: Request, { params }: RouteContext<'/studio/people/[key]/export'>) {
  await requireAuthor('/studio/people')
  const person = await readForDesk(exportPerson(decodeSegment((await params).key)))
  return new Response(`${JSON.stringify(person, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="person.json"',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
