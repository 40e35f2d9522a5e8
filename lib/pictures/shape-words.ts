import { resolve } from 'node:path'
import type { Sharp } from 'sharp'
import { fontPath, latinFonts } from './read-fonts'

/** Words as a picture of themselves, with nothing behind them. `src` is a `data:` address; the size is in pixels. */
export type ShapedWords = { src: string; width: number; height: number }

type Box = {
  width: number
  height: number
  leading: number
  sizes: readonly [number, ...number[]]
}

/** Who has not the letter asks the next. Only Literata has a file that is slanted. */
const families = {
  voice: 'Bricolage Grotesque 96pt ExtraBold, Noto Naskh Arabic, Frank Ruhl Libre, Literata Semi-Bold',
  read: 'Literata, Noto Naskh Arabic, Frank Ruhl Libre, Italic',
}

const fonts = [...latinFonts, 'voice-arabic', 'voice-hebrew', 'read-arabic', 'read-hebrew']
let registered: Promise<unknown> | undefined

/** More letters than any box has room for, with the marks on them. */
const most = 1000

/**
 * Words with Arabic or Hebrew letters in them, by Pango: joined, in their order, and at the largest of `sizes` (largest
 * first, in pixels) at which they stand in the box; where they never do, they end in dots at the smallest. `colour` is one
 * of CSS. Any letter that our fonts have not is drawn as a box.
 */
export async function shapeWords(
  words: string,
  isFromRight: boolean,
  { family, colour, ...box }: Box & { family: keyof typeof families; colour: string },
): Promise<ShapedWords> {
  registered ??= registerFonts().catch((error: unknown) => {
    registered = undefined
    throw error
  })
  await registered
  const { default: sharp } = await import('sharp')

  const draw = (text: string, size: number, wrap: 'word' | 'word-char') => {
    const leading = Math.round(size * box.leading * 1024)
    const marked = `${isFromRight ? '\u200f' : '\u200e'}${escapeMarkup(text)}`
    return sharp({
      text: {
        text: `<span foreground="${colour}" line_height="${leading}" insert_hyphens="false">${marked}</span>`,
        font: `${families[family]} ${size}`,
        dpi: 72,
        width: box.width,
        wrap,
        rgba: true,
      },
    })
  }

  const drawable = [...words].slice(0, most).join('')
  const letters = Array.from(new Intl.Segmenter().segment(drawable), ({ segment }) => segment)
  for (const size of box.sizes) {
    const drawn = draw(drawable, size, 'word')
    // One word may be longer than any picture is wide.
    const { width, height } = await drawn.metadata().catch(() => ({ width: Infinity, height: Infinity }))
    if (width <= box.width && height <= box.height) return pack(drawn)
  }
  const smallest = Math.min(...box.sizes)
  let [fitting, tooMany] = [0, letters.length + 1]
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2)
    const { height } = await draw(cutAfter(letters, middle), smallest, 'word-char').metadata()
    if (height <= box.height) fitting = middle
    else tooMany = middle
  }
  return pack(draw(cutAfter(letters, fitting), smallest, 'word-char'))
}

async function pack(drawn: Sharp): Promise<ShapedWords> {
  const { data, info } = await drawn.png().toBuffer({ resolveWithObject: true })
  return {
    src: `data:image/png;base64,${data.toString('base64')}`,
    width: info.width,
    height: info.height,
  }
}

/** Dots in place of what is left out, after a whole word if there is one. */
function cutAfter(letters: string[], count: number): string {
  const kept = letters.slice(0, count).join('')
  return count === letters.length ? kept : `${kept.replace(/\p{P}*\s+\S*$/u, '')}…`
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * Once a process, before the first text: then Fontconfig looks for its settings. By those of the machine it would look
 * through all fonts there, and draw a little otherwise on each. Pango names a font by its family: every file that one of
 * them stands in is shown to it once.
 */
async function registerFonts(): Promise<void> {
  process.env.FONTCONFIG_FILE = resolve('lib/pictures/fonts/fonts.conf')
  const { default: sharp } = await import('sharp')
  for (const font of fonts) await sharp({ text: { text: '.', fontfile: fontPath(font) } }).metadata()
}
