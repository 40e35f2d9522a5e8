import { unstable_cache } from 'next/cache'
import { findPicture, type PictureWords } from '@/lib/pictures/find-picture'
import { drawPicture } from './draw-picture'

/**
 * The picture of a page, drawn when it is first asked for and kept beside the pages, by what it shows: one whose post was
 * mended is drawn again. No build draws any, and nothing is kept for an address that has none.
 */
export async function GET(_request: Request, { params }: RouteContext<'/pictures/[...path]'>) {
  const picture = await findPicture((await params).path)
  if (!picture) return new Response(null, { status: 404 })
  const png = Buffer.from(await drawKept(picture), 'base64')
  return new Response(png, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600, s-maxage=86400' },
  })
}

/** As base64, since what Next keeps is JSON. Raise the number when pictures are drawn otherwise. */
const drawKept = unstable_cache(
  async (picture: PictureWords) => (await drawPicture(picture)).toString('base64'),
  ['picture 4'],
)
