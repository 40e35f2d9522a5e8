import { ImageResponse } from 'next/og'
import { PagePicture, pictureSize, wordBoxes } from '@/components/page-picture'
import { site } from '@/content/site'
import type { PictureWords } from '@/lib/pictures/find-picture'
import { fitWords } from '@/lib/pictures/fit-words'
import { knownWords } from '@/lib/pictures/known-words'
import { readFonts } from '@/lib/pictures/read-fonts'
import { seedHash } from '@/lib/stitches/seed-hash'

/** Ends when the picture before is drawn: several at once would only need more memory. */
let before: Promise<unknown> = Promise.resolve()

/** A picture as PNG. Only letters our fonts have go in: for any other, `next/og` would ask Google for a font. */
export function drawPicture(picture: PictureWords): Promise<Buffer> {
  const drawn = before.then(() => draw(picture))
  before = drawn.catch(() => {})
  return drawn
}

async function draw({ kind, words, line, seed, dye }: PictureWords): Promise<Buffer> {
  const text = knownWords(kind === 'quote' ? `“${words}”` : words)
  const image = new ImageResponse(
    <PagePicture
      kind={kind}
      dye={dye}
      hash={seedHash(seed)}
      words={text === null ? null : { text, ...fitWords(text, wordBoxes[kind]) }}
      line={knownWords(line)}
      name={knownWords(site.name)}
    />,
    { ...pictureSize, fonts: await readFonts() },
  )
  return Buffer.from(await image.arrayBuffer())
}
