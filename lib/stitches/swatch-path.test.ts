import { describe, expect, it } from 'vitest'
import { swatchPath } from './swatch-path'

describe('swatchPath', () => {
  it('draws as many lines across and down as there are cells, and one more', () => {
    const { path } = swatchPath('a5f0', 7)
    expect(path.match(/H80/g)).toHaveLength(8)
    expect(path.match(/V80/g)).toHaveLength(8)
  })

  it('gives an avatar a narrower hem than a post', () => {
    expect(swatchPath('00', 5).side).toBe(66)
    expect(swatchPath('000', 11).side).toBe(130)
  })

  it('begins a line one cell later for a bit that is set', () => {
    // 101 across, 010 down, each mirrored.
    const starts = [...swatchPath('a8', 5).path.matchAll(/M([\d.]+) ([\d.]+)([HV])/g)]
    const across = starts.filter((start) => start[3] === 'H').map((start) => Number(start[1]))
    const down = starts.filter((start) => start[3] === 'V').map((start) => Number(start[2]))
    expect(across).toEqual([19.5, 9.5, 19.5, 19.5, 9.5, 19.5])
    expect(down).toEqual([9.5, 19.5, 9.5, 9.5, 19.5, 9.5])
  })

  it('draws a different pattern for another hash', () => {
    expect(swatchPath('ffff', 9).path).not.toBe(swatchPath('0000', 9).path)
  })
})
