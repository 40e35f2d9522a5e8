import { ImageResponse } from 'next/og'
import { inkOf, PagePicture, pictureSize, shapedBoxes, wordBoxes } from '@/components/page-picture'
import { site } from '@/content/site'
import type { PictureWords } from '@/lib/pictures/find-picture'
import { fitWords } from '@/lib/pictures/fit-words'
import { beginFromRight, knownWords, needShaping } from '@/lib/pictures/known-words'
import { readFonts } from '@/lib/pictures/read-fonts'
import { shapeWords } from '@/lib/pictures/shape-words'
import { quoteMarks } from '@/lib/quotes/quote-marks'
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

async function draw(picture: PictureWords): Promise<Buffer> {
  const { kind, seed, dye } = picture
  const words = knownWords(picture.words)
  const colour = inkOf(dye, kind === 'page' && words !== null)

  /** A text itself, where `next/og` can draw it. */
  async function shape(
    text: string | null,
    box: keyof typeof shapedBoxes,
    isFromRight = picture.isFromRight,
  ) {
    if (text === null || !needShaping(text)) return text
    return shapeWords(text, isFromRight, { ...shapedBoxes[box], colour })
  }

  const isFromRight = words !== null && needShaping(words) && picture.isFromRight
  const [opens, closes] = quoteMarks(isFromRight)
  const shaped = await shape(words !== null && kind === 'quote' ? `${opens}${words}${closes}` : words, kind)
  const image = new ImageResponse(
    <PagePicture
      kind={kind}
      dye={dye}
      hash={seedHash(seed)}
      isFromRight={isFromRight}
      words={typeof shaped === 'string' ? { text: shaped, ...fitWords(shaped, wordBoxes[kind]) } : shaped}
      line={await shape(knownWords(picture.line), kind === 'page' && words !== null ? 'line' : 'post')}
      name={await shape(knownWords(site.name), 'name', beginFromRight(site.name))}
    />,
    { ...pictureSize, fonts: await readFonts() },
  )
  return Buffer.from(await image.arrayBuffer())
}
