// Cuts the faces out of the Fontsource packages: the weights and features the stylesheet uses. Every face is two
// files: what English is written with, which every page loads, and the rest of the characters of their latin files,
// which a browser fetches for a page that has one of them. Run `npm run fonts` after an update of those packages;
// what it writes to app/fonts is committed, and the two ranges it prints belong into app/fonts.ts. Beside them thirteen files for
// pictures of pages, in lib/pictures/fonts: which signs those have stands in lib/pictures/known-words.ts as well.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const packages = 'node_modules/@fontsource-variable'

/** The `unicode-range` of Fontsource's latin files. */
const latin = listOf([
  [0x00, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x304, 0x304],
  [0x308, 0x308],
  [0x329, 0x329],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
])

/** ASCII, the letters of words English borrowed, signs, dashes and quotes. */
const english = [
  ...listOf([
    [0x00, 0x7f],
    [0x2010, 0x2026],
  ]),
  ...Array.from('\u00a0£·×−àäçèéêïñóöü', (letter) => letter.codePointAt(0)),
].sort((a, b) => a - b)

const parts = [
  { suffix: '', codePoints: english },
  { suffix: '-more', codePoints: latin.filter((codePoint) => !english.includes(codePoint)) },
]

const keepFeatures = ['ccmp', 'kern', 'liga', 'lnum', 'mark', 'onum', 'tnum']

const faces = [
  { name: 'literata', from: 'literata/files/literata-latin-wght-normal', wght: { min: 400, max: 700 } },
  {
    name: 'literata-italic',
    from: 'literata/files/literata-latin-wght-italic',
    wght: { min: 400, max: 500 },
  },
  {
    name: 'bricolage-grotesque',
    from: 'bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal',
    wght: { min: 440, max: 720 },
  },
]

for (const { suffix, codePoints } of parts) {
  for (const { name, from, wght } of faces) {
    const cut = await subsetFont(
      readFileSync(`${packages}/${from}.woff2`),
      String.fromCodePoint(...codePoints),
      {
        targetFormat: 'woff2',
        noHinting: true,
        keepFeatures,
        variationAxes: { wght },
      },
    )
    writeFileSync(`app/fonts/${name}${suffix}.woff2`, cut)
    console.log(`${name}${suffix}: ${cut.length} bytes`)
  }
  console.log(toUnicodeRange(codePoints))
}

for (const family of ['literata', 'bricolage-grotesque']) {
  for (const folder of ['app/fonts', 'lib/pictures/fonts'])
    copyFileSync(`${packages}/${family}/LICENSE`, `${folder}/${family}-licence.txt`)
}

for (const family of ['noto-naskh-arabic', 'frank-ruhl-libre'])
  copyFileSync(`${packages}/${family}/LICENSE`, `lib/pictures/fonts/${family}-licence.txt`)

function listOf(ranges) {
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  )
}

/** Neighbours as one range, as CSS writes it. `codePoints` are in order. */
function toUnicodeRange(codePoints) {
  const ranges = []
  for (const codePoint of codePoints) {
    const range = ranges.at(-1)
    if (range?.last === codePoint - 1) range.last = codePoint
    else ranges.push({ first: codePoint, last: codePoint })
  }
  const hex = (codePoint) => codePoint.toString(16).toUpperCase().padStart(4, '0')
  return ranges
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',')
}

// What pictures of pages are drawn with (lib/pictures): one weight a file, as `next/og` reads no variable fonts, and not
// packed, as Pango takes no WOFF. All the alphabets of the faces, and two scripts that are written from the right.
const drawn = [
  { name: 'voice', from: 'bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal', wght: 680 },
  {
    name: 'voice-ext',
    from: 'bricolage-grotesque/files/bricolage-grotesque-latin-ext-wght-normal',
    wght: 680,
  },
  // The Latin letters that Bricolage lacks: ĉ, ħ and others.
  { name: 'voice-more', from: 'literata/files/literata-latin-ext-wght-normal', wght: 680, like: 'voice' },
  { name: 'voice-greek', from: 'literata/files/literata-greek-wght-normal', wght: 680, like: 'voice' },
  { name: 'voice-cyrillic', from: 'literata/files/literata-cyrillic-wght-normal', wght: 680, like: 'voice' },
  {
    name: 'voice-arabic',
    from: 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal',
    wght: 680,
    like: 'voice',
  },
  {
    name: 'voice-hebrew',
    from: 'frank-ruhl-libre/files/frank-ruhl-libre-hebrew-wght-normal',
    wght: 680,
    like: 'voice',
  },
  { name: 'read', from: 'literata/files/literata-latin-wght-italic', wght: 460 },
  { name: 'read-ext', from: 'literata/files/literata-latin-ext-wght-italic', wght: 460 },
  { name: 'read-greek', from: 'literata/files/literata-greek-wght-italic', wght: 460 },
  { name: 'read-cyrillic', from: 'literata/files/literata-cyrillic-wght-italic', wght: 460 },
  {
    name: 'read-arabic',
    from: 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal',
    wght: 460,
    like: 'read',
  },
  {
    name: 'read-hebrew',
    from: 'frank-ruhl-libre/files/frank-ruhl-libre-hebrew-wght-normal',
    wght: 460,
    like: 'read',
  },
]
const alphabets = listOf([
  [0x20, 0x17f],
  [0x370, 0x45f],
  [0x490, 0x491],
  [0x5b0, 0x6ff],
  [0x750, 0x77f],
  [0x2010, 0x2122],
  [0x2212, 0x2212],
])
/** How Arabic letters join, and where signs over signs stand. */
const joining = ['calt', 'fina', 'init', 'isol', 'medi', 'mkmk', 'rlig']

for (const { name, from, wght, like } of drawn) {
  const cut = await subsetFont(
    readFileSync(`${packages}/${from}.woff2`),
    String.fromCodePoint(...alphabets),
    {
      targetFormat: 'truetype',
      noHinting: true,
      keepFeatures: [...keepFeatures, ...joining],
      variationAxes: { wght },
    },
  )
  if (like) setLineMetrics(cut, readFileSync(`lib/pictures/fonts/${like}.ttf`))
  writeFileSync(`lib/pictures/fonts/${name}.ttf`, cut)
  console.log(`${name}: ${cut.length} bytes`)
}

/**
 * Gives a font the ascender and descender of another with as many units to the em: else lines with letters of both would
 * be further apart than lines of one. They are bytes 68 to 71 of the table OS/2 (OpenType 1.9).
 */
function setLineMetrics(font, model) {
  model.copy(
    font,
    tableOffset(font, 'OS/2') + 68,
    tableOffset(model, 'OS/2') + 68,
    tableOffset(model, 'OS/2') + 72,
  )
}

/** Where a table begins, by the list of them at the front: a name, a checksum and this, of four bytes each. */
function tableOffset(font, name) {
  const entry = font.indexOf(name, 12, 'latin1')
  if (entry === -1) throw new Error(`A font has no table ${name}.`)
  return font.readUInt32BE(entry + 8)
}
