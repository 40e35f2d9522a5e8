// Cuts the three faces every page loads out of the Fontsource packages: the weights and features the stylesheet
// uses, and the characters of their latin files. Together they stay under the 100 KB a first view may load.
// Run `npm run fonts` after an update of those packages; what it writes to app/fonts is committed.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const packages = 'node_modules/@fontsource-variable'

/** The `unicode-range` of Fontsource's latin files. */
const latin = [
  [0x20, 0xff],
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
]
const text = latin
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  .map((codePoint) => String.fromCodePoint(codePoint))
  .join('')

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

for (const { name, from, wght } of faces) {
  const cut = await subsetFont(readFileSync(`${packages}/${from}.woff2`), text, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures,
    variationAxes: { wght },
  })
  writeFileSync(`app/fonts/${name}.woff2`, cut)
  console.log(`${name}: ${cut.length} bytes`)
}

for (const family of ['literata', 'bricolage-grotesque']) {
  copyFileSync(`${packages}/${family}/LICENSE`, `app/fonts/${family}-licence.txt`)
}
