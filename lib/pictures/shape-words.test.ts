import { expect, test } from 'vitest'
import { knownWords, needShaping } from './known-words'
import { shapeWords } from './shape-words'

const box = { width: 1000, height: 300, leading: 1.4, sizes: [96, 72, 48, 36] as const }

function shape(words: string, family: 'voice' | 'read' = 'read', isFromRight = true) {
  return shapeWords(words, isFromRight, { ...box, family, colour: '#1f263e' })
}

test('letters of Arabic are joined, but where their writer keeps them apart', async () => {
  const apart = await shape('ل\u200cا')
  expect((await shape('لا')).width).toBeLessThan(apart.width)
})

// An override (U+202D) has signs stand in the order of their writing, from the left.
test.each([
  ['אבג', 'גבא'],
  ['תיקון(sock)12א', 'א12(sock)ןוקית'],
  ['HTMLשלום', 'םולשHTML'],
])('%s is read from the right', async (words, fromTheLeft) => {
  expect(await shape(words)).toEqual(await shape(`\u202d${fromTheLeft}\u202c`))
})

test('in a sentence from the left, Hebrew alone is read from the right', async () => {
  const [words, fromTheLeft] = ['Whatשלוםmeans', '\u202dWhatםולשmeans\u202c']
  expect(await shape(words, 'read', false)).toEqual(await shape(fromTheLeft, 'read', false))
})

test('what looks like markup is drawn as it is typed', async () => {
  expect((await shape('<b>ש</b>')).width).toBeGreaterThan((await shape('b ש b')).width)
  expect((await shape('ש &amp;')).width).toBeGreaterThan((await shape('ש &')).width)
})

test('few words are drawn large, many are drawn smaller, and none beyond the box', async () => {
  const drawn = await Promise.all([1, 8, 30, 400].map((count) => shape('درزة '.repeat(count).trim())))
  for (const { width, height } of drawn) {
    expect(width).toBeLessThanOrEqual(box.width)
    expect(height).toBeLessThanOrEqual(box.height)
  }
  const lone = await shape('درزة')
  expect(drawn[0]).toEqual(lone)
  expect(lone.height).toBeGreaterThan(60)
})

test('what fits at no size ends in dots, after a whole word and without the comma behind it', async () => {
  const line = {
    ...box,
    width: 200,
    height: 60,
    sizes: [36] as const,
    family: 'read',
    colour: '#000',
  } as const
  expect(await shapeWords('درزة وخيط، وقميص أبيض طويل', true, line)).toEqual(
    await shapeWords('درزة وخيط…', true, line),
  )
})

test.each([
  ['a word longer than any picture is wide', 'ون'.repeat(600)],
  ['a letter with thousands of marks', `و${'\u064b'.repeat(10_000)}`],
])('%s is drawn all the same, within its box', async (_, words) => {
  const { width, height } = await shape(words)
  expect(width).toBeLessThanOrEqual(box.width)
  expect(height).toBeLessThanOrEqual(box.height)
})

test('a word that no line can hold is broken', async () => {
  expect((await shape('ون'.repeat(90))).width).toBeLessThanOrEqual(box.width)
})

const letters = Array.from({ length: 0x300 }, (_, more) => String.fromCodePoint(0x500 + more)).filter(
  (letter) => needShaping(letter) && knownWords(letter) === letter,
)

test.each(['voice', 'read'] as const)(
  'each letter that is drawn stands in one of our fonts: %s',
  async (family) => {
    expect(letters.length).toBeGreaterThan(300)
    // Pango draws a box with a number in it for a letter that no font has, and all such boxes are of one size (two of them, as one
    // letter may be of that size by chance).
    const box = await shape('毛毛', family)
    const lacking = []
    for (const letter of letters) {
      const { width, height } = await shape(letter + letter, family)
      if (width === box.width && height === box.height) lacking.push(letter)
    }
    expect(lacking).toEqual([])
  },
)

test('all boxes are of one size', async () => {
  const [missing, other] = [await shape('毛毛'), await shape('กก')]
  expect([other.width, other.height]).toEqual([missing.width, missing.height])
})
