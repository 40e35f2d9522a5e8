import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { ImageResponse } from 'next/og'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { PagePicture, pictureSize, wordBoxes } from '@/components/page-picture'
import { site } from '@/content/site'
import type { PictureWords } from '@/lib/pictures/find-picture'
import { fitWords } from '@/lib/pictures/fit-words'
import { beginFromRight, knownWords, needShaping } from '@/lib/pictures/known-words'
import { readFonts } from '@/lib/pictures/read-fonts'
import { seedHash } from '@/lib/stitches/seed-hash'
import { drawPicture } from './draw-picture'

type Sample = Partial<PictureWords> & { words: string; isCut?: true }

const page: Sample[] = [
  { words: 'A kind no', line: 'On refusing without a reason, and being thanked for it.', dye: 'moss' },
  {
    words: 'Sometimes we fail',
    line: 'What I learnt from a jumper that I unpicked four times before it held.',
  },
  { words: 'The year of small repairs, and what was left when it was over', dye: 'weld' },
  { words: `${'un'.repeat(80)} ${'long title '.repeat(13)}`, dye: 'flax', isCut: true },
  { words: 'WHAT MY MOTHER MENDED WHILE WE WERE AWAY', line: 'In capitals.', dye: 'vat' },
  { words: 'Широкая вышивка: женщины штопают и шьют', line: 'Ещё одна история о нитках.', dye: 'madder' },
  { words: 'Ἡ μνήμη', line: 'What polytonic Greek does.' },
  {
    words: 'Μια φορά την άνοιξη αποφασίσαμε να ξηλώσουμε το παλιό πουλόβερ',
    line: 'Για μια κλωστή.',
    dye: 'moss',
  },
  { words: 'Übergrößenträger, Ελληνικά и кириллица', line: 'Übergrößenträger, Ελληνικά и кириллица.' },
  { words: 'Čaj, žízeň & déjà vu — Łódź, Ærø', line: 'Příliš žluťoučký kůň úpěl ďábelské ódy.', dye: 'weld' },
  { words: 'رتق الجورب', line: 'عن ثقب صغير.', dye: 'flax' },
  { words: 'Tomatoes 🍅 again ❤️', line: 'With signs that no font here has.', dye: 'madder' },
  { words: 'Donaudampfschifffahrtsgesellschaft', line: '' },
  { words: 'Wool', line: 'One line too many. '.repeat(20), dye: 'moss' },
  { words: 'תיקון הגרב', line: 'על חור קטן, ועל מה שנשאר ממנו אחרי ששכחנו אותו במגירה.', dye: 'weld' },
  {
    words: 'HTML لمن يخيط: <b> & ٢٠٢٦ (3 مرّات)',
    line: 'In English, under a title in Arabic.',
    isFromRight: true,
  },
  {
    words: 'حكاية طويلة عن ثوب لم يكتمل، فكّكناه أربع مرّات ثم خطناه من جديد. '.repeat(4).trim(),
    line: 'سطر واحد أكثر مما ينبغي. '.repeat(12),
    dye: 'madder',
    isCut: true,
  },
  { words: 'Η λέξη שלום и слово سلام', line: 'Η λέξη שלום и слово سلام.', isFromRight: false },
  { words: 'What سلام and שלום have in common', line: 'שלום, Unpicked!', dye: 'moss' },
  { words: `${'ون'.repeat(90)}`, line: 'كلمة واحدة لا يسعها سطر.', dye: 'vat' },
]
const quote: Sample[] = [
  { words: 'Mend it.', line: 'A kind no', dye: 'moss' },
  { words: 'You can hold the pieces for as long as you need to. They are not getting any more broken.' },
  { words: 'Whatever holds for a day may hold for one more. '.repeat(6).trim(), dye: 'madder' },
  { words: 'ما انفكّ يُخاط.', line: 'رتق الجورب', dye: 'weld' },
  { words: 'Штопка — это память, которую можно надеть на себя ещё раз.', dye: 'vat' },
  {
    words: 'Whoever unpicks a seam learns how it was sewn.',
    line: 'A title of a post that is far too long. '.repeat(4),
    dye: 'flax',
  },
  { words: 'Donaudampfschifffahrtsgesellschaftskapitän, unpicked.', line: 'Long words' },
  {
    words: 'من يفكّ درزةً يتعلّم كيف خيطت، ومن يرتق ثوبًا يحفظ ذكرى من لبسه قبله.',
    line: 'رتق الجورب',
    dye: 'madder',
  },
  { words: 'כל מה שנפרם אפשר לתפור שוב, לאט.', line: 'A title in Latin letters' },
  {
    words: 'ما يصمد يومًا قد يصمد يومًا آخر. '.repeat(8).trim(),
    line: 'عنوان طويل جدًا. '.repeat(9),
    dye: 'flax',
  },
]

const samples = [
  ...page.map((sample) => ({ ...sample, kind: 'page' as const })),
  ...quote.map((sample) => ({ ...sample, kind: 'quote' as const })),
].map(({ isCut = false, ...sample }) => ({
  isCut,
  picture: {
    line: 'On refusing.',
    dye: 'indigo',
    seed: sample.words,
    isFromRight: beginFromRight(sample.words),
    ...sample,
  } satisfies PictureWords,
}))

/** What stays bare round the words: the margins up to the cloth, or up to the seam. Left, top, width and height. */
const bare = {
  page: [
    [0, 0, 50, 630],
    [725, 0, 80, 630],
    [0, 0, 800, 50],
    [0, 590, 800, 40],
  ],
  quote: [
    [30, 30, 45, 570],
    [1110, 30, 60, 570],
    [30, 30, 1140, 25],
    [30, 585, 1140, 15],
  ],
} as const

/** Left to be looked at. */
const sheet = '.pictures/sheet.png'

test('of these pictures none has words beyond its margins, or words that end in dots and have room', async () => {
  const drawn: Buffer[] = []
  const wrong: string[] = []
  for (const { picture, isCut } of samples) {
    const png = await drawPicture(picture)
    drawn.push(png)
    for (const strip of bareOf(picture)) {
      if (!(await isBare(png, strip))) wrong.push(`beyond the margin at ${strip}: ${picture.words}`)
    }
    if ((await endsInDots(picture, png)) !== isCut)
      wrong.push(`${isCut ? 'not cut' : 'cut'}: ${picture.words}`)
  }
  await layOut(drawn)
  expect(wrong).toEqual([])
}, 120_000)

async function isBare(png: Buffer, [left, top, width, height]: readonly [number, number, number, number]) {
  const dots = await sharp(png).extract({ left, top, width, height }).removeAlpha().raw().toBuffer()
  return dots.every((value, index) => value === dots[index % 3])
}

/** A title that is written from the right stands at the right, and its cloth at the left. */
function bareOf({ kind, words, isFromRight }: PictureWords): (readonly [number, number, number, number])[] {
  if (kind === 'quote' || knownWords(words) === null) return [...bare.quote]
  if (!isFromRight) return [...bare.page]
  return bare.page.map(([left, top, width, height]) => [1200 - left - width, top, width, height])
}

/** Words in Arabic or Hebrew are measured, others guessed at. Of words that end in dots, more of them change nothing. */
async function endsInDots(picture: PictureWords, png: Buffer): Promise<boolean> {
  if (!needShaping(picture.words)) return !png.equals(await drawWithoutEnd(picture))
  return png.equals(await drawPicture({ ...picture, words: `${picture.words} و` }))
}

/** As `drawPicture`, with as many lines as the words have. */
async function drawWithoutEnd({ kind, words, line, seed, dye }: PictureWords): Promise<Buffer> {
  const known = knownWords(words)
  const text = known !== null && kind === 'quote' ? `“${known}”` : known
  const image = new ImageResponse(
    <PagePicture
      kind={kind}
      dye={dye}
      hash={seedHash(seed)}
      isFromRight={false}
      words={text === null ? null : { text, ...fitWords(text, wordBoxes[kind]), lines: 99 }}
      line={knownWords(line)}
      name={knownWords(site.name)}
    />,
    { ...pictureSize, fonts: await readFonts() },
  )
  return Buffer.from(await image.arrayBuffer())
}

/** Four beside each other. */
async function layOut(pictures: Buffer[]): Promise<void> {
  const [width, height] = [600, 315]
  const small = await Promise.all(pictures.map((png) => sharp(png).resize(width, height).png().toBuffer()))
  mkdirSync(dirname(sheet), { recursive: true })
  await sharp({
    create: {
      width: 4 * (width + 10),
      height: Math.ceil(small.length / 4) * (height + 10),
      channels: 3,
      background: '#888',
    },
  })
    .composite(
      small.map((input, index) => ({
        input,
        left: (index % 4) * (width + 10),
        top: Math.floor(index / 4) * (height + 10),
      })),
    )
    .png()
    .toFile(sheet)
}
