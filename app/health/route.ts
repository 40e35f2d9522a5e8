import { checkDatabase } from '@/db/health'

export const dynamic = 'force-dynamic'

/** For whoever watches over the site: 200 while the database answers, 503 with the reason when it does not. */
export async function GET() {
  const database = await checkDatabase()
  return Response.json(database.ok ? { database: 'ok' } : { database: 'down', reason: database.reason }, {
    status: database.ok ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
