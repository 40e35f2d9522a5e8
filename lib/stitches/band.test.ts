import { expect, test } from 'vitest'
import { bandPath } from './band'

function strokesOf(path: string) {
  return [...path.matchAll(/M(\d+) (\d+)([HV])(\d+)/g)].map(([, x, y, direction, end]) => ({
    x: Number(x),
    y: Number(y),
    direction,
    end: Number(end),
  }))
}

test('the band is made of straight strokes that begin and end on the corners of the cloth', () => {
  const path = bandPath()
  const strokes = strokesOf(path)
  expect(strokes.length).toBeGreaterThan(60)
  expect(path.replace(/M\d+ \d+[HV]\d+/g, '')).toBe('')
  for (const { x, y, direction, end } of strokes) {
    expect([x % 12, (y - 2) % 12]).toEqual([0, 0])
    const cells = (end - (direction === 'H' ? x : y)) / 12
    expect(cells % 2, `${x} ${y} ${direction}${end} ends with a whole stitch`).toBe(1)
  }
})

test('the left of the band is whole cloth: each of its seven rows runs unbroken to where it frays', () => {
  const rows = strokesOf(bandPath()).filter(({ x, direction }) => direction === 'H' && x <= 12)
  expect(rows.map(({ y }) => y)).toEqual([2, 14, 26, 38, 50, 62, 74])
  for (const { end } of rows) expect(end).toBeGreaterThanOrEqual(59 * 12)
})

test('fewer and fewer stitches hold towards the right', () => {
  const stitches = strokesOf(bandPath())
    .filter(({ direction }) => direction === 'V')
    .flatMap(({ x, y, end }) => Array.from({ length: (end - y + 12) / 24 }, () => x / 12))
  const between = (from: number, to: number) => stitches.filter((x) => x >= from && x < to).length
  expect(between(50, 60)).toBe(30)
  expect(between(60, 70)).toBeLessThan(30)
  expect(between(70, 80)).toBeLessThan(between(60, 70))
  expect(between(80, 90)).toBeLessThan(between(70, 80))
  expect(between(80, 90)).toBeGreaterThan(0)
})

test('the path stays near a kilobyte, because every home page carries it', () => {
  expect(bandPath().length).toBeLessThan(1300)
})
