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

/** By what they show: whoever asks for a picture that is being drawn, or waits to be, is given that one. */
const beingDrawn = new Map<string, Promise<Buffer>>()

/** A picture as PNG. Only letters our fonts have go in: for any other, `next/og` would ask Google for a font. */
export function drawPicture(picture: PictureWords): Promise<Buffer> {
  const key = JSON.stringify(picture)
  const known = beingDrawn.get(key)
  if (known) return known
  const drawn = before.then(() => draw(picture)).finally(() => beingDrawn.delete(key))
  before = drawn.catch(() => {})
  beingDrawn.set(key, drawn)
  return drawn
}

async function draw({ kind, words, line, seed, dye }: PictureWords): Promise<Buffer> {
  const known = knownWords(words)
  const text = known !== null && kind === 'quote' ? `“${known}”` : known
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
