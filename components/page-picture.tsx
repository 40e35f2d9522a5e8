import type { CSSProperties } from 'react'
import type { PictureWords } from '@/lib/pictures/find-picture'
import type { ShapedWords } from '@/lib/pictures/shape-words'
import type { Dye } from '@/lib/posts/post'
import { light } from '@/lib/stitches/colours'
import { swatchPath } from '@/lib/stitches/swatch-path'

const onDark = { words: light.cloth, thread: light.cloth }
const cloths: Record<Dye, { dye: string; words: string; thread: string }> = {
  indigo: { dye: light['dye-indigo'], ...onDark },
  madder: { dye: light['dye-madder'], ...onDark },
  moss: { dye: light['dye-moss'], ...onDark },
  vat: { dye: light['dye-vat'], ...onDark },
  weld: { dye: light['dye-weld'], words: light.ink, thread: light.ink },
  flax: { dye: light['dye-flax'], words: light.ink, thread: light.indigo },
}

/** The size of every picture, as Open Graph has it. */
export const pictureSize = { width: 1200, height: 630 }

const read = 'read, read-ext, read-greek, read-cyrillic'
const voice = 'voice, voice-ext, voice-more, voice-greek, voice-cyrillic'

/** Where the words of either kind may stand, and how large. */
export const wordBoxes = {
  page: { width: 640, height: 300, leading: 1.08, sizes: [96, 80, 66, 54, 44, 36] },
  quote: { width: 1000, height: 400, leading: 1.22, sizes: [92, 76, 64, 54, 46, 40] },
} as const

/** The same for words in Arabic or Hebrew, which stand higher and hang lower, and for what is beside them. */
export const shapedBoxes = {
  page: { ...wordBoxes.page, family: 'voice', height: 270, leading: 1.3 },
  line: { family: 'read', width: 620, height: 120, leading: 1.35, sizes: [30] },
  quote: { ...wordBoxes.quote, family: 'read', leading: 1.45 },
  post: { family: 'voice', width: 680, height: 44, leading: 1.35, sizes: [28] },
  name: { family: 'voice', width: 300, height: 52, leading: 1.35, sizes: [34] },
} as const

type Fitted = { text: string; size: number; lines: number }

type PagePictureProps = Pick<PictureWords, 'kind' | 'dye'> & {
  /** The hash the cloth is woven from. */
  hash: string
  /** Then words stand at the right. */
  isFromRight: boolean
  /** Null where the fonts lack its letters: then the cloth stands alone. */
  words: Fitted | ShapedWords | null
  line: string | ShapedWords | null
  /** The name of the site. */
  name: string | ShapedWords | null
}

/** What words are drawn in: a title stands beside its cloth, all else on it. */
export function inkOf(dye: Dye, isTitle: boolean): string {
  return isTitle ? light.ink : cloths[dye].words
}

/** What networks show beside a shared address, in the part of CSS that `next/og` draws. */
export function PagePicture(props: PagePictureProps) {
  const isCloth = props.kind === 'quote' || props.words === null
  return isCloth ? <ClothPicture {...props} /> : <TitlePicture {...props} />
}

function TitlePicture({ words, line, name, dye, hash, isFromRight }: PagePictureProps) {
  const { side, path } = swatchPath(hash, 11)
  return (
    <div style={{ ...whole, background: light.cloth, color: light.ink }}>
      <div style={{ ...column, ...begin(isFromRight), width: 640, marginLeft: isFromRight ? 490 : 70 }}>
        <div style={{ ...column, ...begin(isFromRight), height: 440, width: 640 }}>
          {words && <Words words={words} family={voice} leading={wordBoxes.page.leading} width={640} />}
          {line && (
            <div style={{ ...column, ...begin(isFromRight), marginTop: 26, width: 620 }}>
              <Line line={line} lines={3} style={{ fontFamily: read, fontSize: 30, lineHeight: 1.4 }} />
            </div>
          )}
        </div>
        <Name name={name} colour={light.ink} thread={light.madder} />
      </div>
      <svg
        aria-hidden="true"
        width={390}
        height={630}
        viewBox={`0 0 ${side} ${(side * 630) / 390}`}
        style={{ position: 'absolute', [isFromRight ? 'left' : 'right']: 0, top: 0 }}
      >
        <rect width={side} height={side * 2} fill={cloths[dye].dye} />
        <g
          fill="none"
          stroke={cloths[dye].thread}
          stroke-width="2.4"
          stroke-linecap="round"
          stroke-dasharray="7 13"
        >
          <path d={path} />
          <path d={path} transform={`translate(0 ${side - 10})`} />
        </g>
      </svg>
    </div>
  )
}

/** A quote on its cloth, or a pattern in the place of words that the fonts have not. */
function ClothPicture({ words, line, name, dye, hash, isFromRight }: PagePictureProps) {
  const cloth = cloths[dye]
  return (
    <div style={{ ...whole, background: cloth.dye, color: cloth.words }}>
      <svg
        aria-hidden="true"
        width={1200}
        height={630}
        viewBox="0 0 1200 630"
        style={{ position: 'absolute', left: 0, top: 0 }}
      >
        <rect
          x="24"
          y="24"
          width="1152"
          height="582"
          fill="none"
          stroke={cloth.thread}
          stroke-width="4"
          stroke-linecap="round"
          stroke-dasharray="20 14"
        />
        {!words && (
          <path
            d={swatchPath(hash, 11).path}
            transform="translate(375 90) scale(3.4)"
            fill="none"
            stroke={cloth.thread}
            stroke-width="2"
            stroke-linecap="round"
            stroke-dasharray="7 13"
          />
        )}
      </svg>
      <div style={{ ...column, width: 1000, marginLeft: 100 }}>
        <div style={{ ...column, ...begin(isFromRight), width: 1000, height: 430 }}>
          {words && <Words words={words} family={read} leading={wordBoxes.quote.leading} width={1000} />}
        </div>
        <div
          style={{
            display: 'flex',
            flexDirection: isFromRight ? 'row-reverse' : 'row',
            justifyContent: 'space-between',
            alignItems: 'flex-end',
            width: 1000,
          }}
        >
          <Line line={line ?? ''} lines={1} style={{ maxWidth: 680, fontFamily: voice, fontSize: 28 }} />
          <Name name={name} colour={cloth.words} thread={cloth.thread} />
        </div>
      </div>
    </div>
  )
}

type WordsProps = { words: Fitted | ShapedWords; family: string; leading: number; width: number }

function Words({ words, family, leading, width }: WordsProps) {
  // Such a picture ends where its letters do: the room that lines have above and below.
  if (isShaped(words)) {
    return (
      <div style={{ display: 'flex', marginTop: 14, marginBottom: 10 }}>
        <Shaped {...words} />
      </div>
    )
  }
  const { text, size, lines } = words
  // What is clamped is cut at its edge: room for what hangs out of the last line, of the first, and of a line to its left.
  const [below, before] = [size * 0.3, size * 0.2]
  return (
    <div
      style={{
        ...clamped(lines),
        width: width + before,
        paddingTop: before,
        marginTop: -before,
        paddingBottom: below,
        marginBottom: -below,
        paddingLeft: before,
        marginLeft: -before,
        fontFamily: family,
        fontSize: size,
        lineHeight: leading,
        letterSpacing: '-0.02em',
        wordBreak: 'break-word',
      }}
    >
      {text}
    </div>
  )
}

type LineProps = { line: string | ShapedWords; lines: number; style: CSSProperties }

function Line({ line, lines, style }: LineProps) {
  return isShaped(line) ? <Shaped {...line} /> : <div style={{ ...clamped(lines), ...style }}>{line}</div>
}

function Shaped({ src, width, height }: ShapedWords) {
  // biome-ignore lint/performance/noImgElement: this is no page, and `next/og` knows no other.
  return <img src={src} alt="" width={width} height={height} />
}

function isShaped(words: string | Fitted | ShapedWords | null): words is ShapedWords {
  return words !== null && typeof words === 'object' && 'src' in words
}

type NameProps = { name: string | ShapedWords | null; colour: string; thread: string }

/** The name of the site over its stitch, which comes undone at the end. */
function Name({ name, colour, thread }: NameProps) {
  return (
    <div style={column}>
      <Line line={name ?? ''} lines={1} style={{ fontFamily: voice, fontSize: 34, color: colour }} />
      <svg aria-hidden="true" width={205} height={29} viewBox="0 0 158 22" style={{ marginTop: 4 }}>
        <path
          d="M1.5 12.3 10 11.8M17 11.7 26 12.2M33 12.3 41.5 11.8M49 11.8 58 12.2M65 12.2 73.5 11.7M81 11.8 89.5 12.1M120 12.1c6-.2 9 2.4 13 5s10 2.6 12-1.2-2.4-8-6.4-5.2-1.5 9.2 5 9.6c5 .3 8-1.7 11.5-4.5"
          fill="none"
          stroke={thread}
          stroke-width="2"
          stroke-linecap="round"
        />
      </svg>
    </div>
  )
}

const whole = { position: 'relative', display: 'flex', width: 1200, height: 630, paddingTop: 64 } as const
const column = { display: 'flex', flexDirection: 'column' } as const

function begin(isFromRight: boolean) {
  return { alignItems: isFromRight ? 'flex-end' : 'flex-start' } as const
}

function clamped(lines: number) {
  return { display: 'block', lineClamp: lines, overflow: 'hidden' } as const
}
