import { expect, test } from 'vitest'
import { weavePath, weaveSide } from './weave'

test('as many lines go down as across, and each begins where its bit says', () => {
  const path = weavePath('50af')
  expect(path.match(new RegExp(`H${weaveSide}`, 'g'))).toHaveLength(41)
  expect(path.match(new RegExp(`V${weaveSide}`, 'g'))).toHaveLength(41)
  // 0101 0000 1010 1111
  const starts = [...path.matchAll(/M([\d.]+) \d+H/g)].map(([, start]) => Number(start))
  expect(starts.slice(0, 9)).toEqual([1.5, 13.5, 1.5, 13.5, 1.5, 1.5, 1.5, 1.5, 13.5])
})
