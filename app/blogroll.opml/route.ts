import { readRegulars } from '@/app/_comments/regulars'
import { env } from '@/lib/env'
import { blogroll } from '@/lib/feeds/blogroll'

export const dynamic = 'force-static'
export const revalidate = 60

export async function GET() {
  return new Response(blogroll(await readRegulars('/blogroll.opml'), env.SITE_URL), {
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  })
}
