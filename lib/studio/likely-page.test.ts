import { expect, test } from 'vitest'
import { type LikelyCursor, likelyCursorSchema, takeLikely, writeLikelyCursor } from './likely-page'

const id = '3f2a9c1e-0000-4000-8000-000000000001'
const until = new Date('2026-11-25T04:00:00.123Z')
const scored = (...scores: number[]) => scores.map((score, index) => ({ id: String(index), score }))
const idsOf = ({ page }: { page: { id: string }[] }) => page.map(({ id }) => id)

test('what looks least like spam comes first, and of two alike the one with the later id', () => {
  expect(takeLikely(scored(2, -3, 0, -3), null, 4)).toEqual({
    page: [
      { id: '3', score: -3 },
      { id: '1', score: -3 },
      { id: '2', score: 0 },
      { id: '0', score: 2 },
    ],
    hasMore: false,
  })
})

test('pages follow one another without a gap, those alike too', () => {
  const all = scored(1, 0, 1, 1, -2, 1, 0)
  const whole = idsOf(takeLikely(all, null, 9))
  const found: string[] = []
  let past: { id: string; score: number } | null = null
  for (const size of [2, 2, 2]) {
    const { page, hasMore }: ReturnType<typeof takeLikely> = takeLikely(all, past, size)
    found.push(...page.map(({ id }) => id))
    past = page.at(-1) ?? null
    expect(hasMore).toBe(true)
  }
  expect([...found, ...idsOf(takeLikely(all, past, 2))]).toEqual(whole)
})

test('what has left meanwhile, be it the last that was shown, neither skips nor repeats any', () => {
  const all = scored(1, 2, 3, 4, 5)
  const { page } = takeLikely(all, null, 2)
  expect(idsOf(takeLikely(all.slice(2), page[1] ?? null, 2))).toEqual(['2', '3'])
})

test.each([0, 0.000012345678901234568, -0.1, 12.345678901234567, -3e-17, -1234.5])(
  'a cursor is read as it is written: %d',
  (score) => {
    const cursor: LikelyCursor = { until, score, id }
    expect(likelyCursorSchema.parse(writeLikelyCursor(cursor))).toEqual(cursor)
  },
)

test.each([
  '',
  `1_${id}`,
  `1_NaN_${id}`,
  `1_1e999_${id}`,
  `1__${id}`,
  `1_2_${'-'.repeat(36)}`,
  `99999999999999_1_${id}`,
])('nonsense is no cursor: %j', (text) => {
  expect(likelyCursorSchema.safeParse(text).success).toBe(false)
})
