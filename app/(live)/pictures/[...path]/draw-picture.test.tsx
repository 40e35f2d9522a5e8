import sharp from 'sharp'
import { afterEach, expect, test, vi } from 'vitest'
import type { PictureWords } from '@/lib/pictures/find-picture'
import { knownWords, needShaping } from '@/lib/pictures/known-words'
import { drawPicture } from './draw-picture'

const picture: PictureWords = {
  kind: 'page',
  words: 'A kind no',
  line: 'On refusing.',
  seed: 'a',
  dye: 'moss',
  isFromRight: false,
}

/** What would be asked of others for letters that no font here has. */
const asked = vi.spyOn(globalThis, 'fetch')
afterEach(() => asked.mockClear())
const askedOfOthers = () =>
  asked.mock.calls
    .map(([address]) => String(address).slice(0, 80))
    .filter((address) => !address.startsWith('data:'))

/** Width and height in the header of a PNG (its section 11.2.2). */
function sizeOf(png: Buffer) {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

test.each([
  ['a post', {}],
  ['a quote of 280 letters', { kind: 'quote', words: 'mend it. '.repeat(31).trim() }],
  ['a title that no line can hold', { words: `${'un'.repeat(80)} ${'long title '.repeat(13)}` }],
  ['a title in a script our fonts have not', { words: '毛糸 مرحبا', line: '毛糸' }],
  ['a title in Arabic', { words: 'رتق الجورب <b> & 1', line: 'عن ثقب صغير' }],
  ['a quote in Hebrew', { kind: 'quote', words: 'תיקון הגרב', line: 'A kind no' }],
  ['a line in Hebrew on a cloth that stands alone', { words: '毛糸', line: 'הגרב' }],
  ['a quote in such a script', { kind: 'quote', words: '毛糸', line: '🍅' }],
] as const)('%s is drawn at 1200 × 630, and nobody is asked for a font', async (_, more) => {
  expect(sizeOf(await drawPicture({ ...picture, ...more }))).toEqual([1200, 630])
  expect(askedOfOthers()).toEqual([])
})

test('whoever asks for a picture while it is drawn is given that one, and later it is drawn anew', async () => {
  const ask = () => drawPicture({ ...picture, words: 'Asked for by many' })
  const asked = Array.from({ length: 50 }, ask)
  expect(new Set(asked).size).toBe(1)
  await asked[0]
  const later = ask()
  expect(later).not.toBe(asked[0])
  await later
})

test('a quote of signs that cannot be drawn has no marks round nothing', async () => {
  const quote = (words: string) => drawPicture({ ...picture, kind: 'quote', words })
  expect(await quote('🍅')).toEqual(await quote('毛糸'))
})

test('what hangs out of the last line is drawn as it is in any other', async () => {
  const lowest = async (words: string) => {
    const png = await drawPicture({ ...picture, kind: 'quote', words })
    // The first line, with what hangs out of it, and nothing of the second.
    const place = { left: 80, top: 64, width: 220, height: 150 }
    const dots = await sharp(await sharp(png).extract(place).png().toBuffer())
      .greyscale()
      .raw()
      .toBuffer()
    return Math.floor(dots.findLastIndex((dot) => dot > 128) / place.width)
  }
  const lone = await lowest('gjgjgjgj')
  expect(lone).toBe(await lowest(`gjgjgjgj ${'x'.repeat(18)}`))
  expect(lone).toBeGreaterThan(await lowest('oooooooo'))
})

/** The dots of a title that are dark, and the rows they stand in. */
async function inkOf(words: string) {
  const png = await drawPicture({ ...picture, words, line: '' })
  const place = { left: 0, top: 0, width: 800, height: 300 }
  const dots = await sharp(await sharp(png).extract(place).png().toBuffer())
    .greyscale()
    .raw()
    .toBuffer()
  const dark = [...dots.entries()].flatMap(([index, dot]) => (dot < 128 ? [index] : []))
  const [first = 0, last = 0] = [dark[0], dark.at(-1)].map((index = 0) => Math.floor(index / place.width))
  return { dark: dark.length, height: last - first }
}

test.each([
  ['ĉ', 'č'],
  ['ŝ', 'š'],
  ['ĝ', 'ğ'],
])('%s, which the face of titles lacks, is as bold in them as %s', async (lacking, known) => {
  const [one, other] = [await inkOf(lacking), await inkOf(known)]
  expect(one.dark).toBeGreaterThan(other.dark * 0.85)
})

test('the hat of a high letter is drawn whole, behind a letter of the face too', async () => {
  const [alone, behind] = [await inkOf('ĥ'), await inkOf('Eĥo')]
  expect(Math.abs(behind.height - alone.height)).toBeLessThan(4)
})

const letters = Array.from({ length: 0x2300 }, (_, code) => String.fromCodePoint(code)).filter((sign) =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign),
)

test('each letter that is drawn stands in one of our fonts, in titles and in quotes', async () => {
  const known = letters.filter((sign) => knownWords(sign) === sign && !needShaping(sign))
  expect(known.length).toBeGreaterThan(450)
  for (let from = 0; from < known.length; from += 100) {
    const words = known.slice(from, from + 100).join(' ')
    await drawPicture({ ...picture, words, line: words })
    await drawPicture({ ...picture, kind: 'quote', words, line: words })
  }
  expect(askedOfOthers()).toEqual([])
}, 60_000)
