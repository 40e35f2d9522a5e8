import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dark, light } from './colours'

const tokens = readFileSync('tailwind.config.ts', 'utf8')

/** The light and the dark colour of a token, as hex. */
function hexOf(token: string): string[] {
  const line = new RegExp(`^ *'?${token}'?: 'light-dark\\((.*)\\)',$`, 'm').exec(tokens)?.[1] ?? ''
  return [...line.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, lightness, chroma, hue]) =>
    oklchToHex(Number(lightness), Number(chroma), Number(hue)),
  )
}

/** https://bottosson.github.io/posts/oklab and the transfer function of sRGB (IEC 61966-2-1). */
function oklchToHex(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const bytes = linear.map((value) => {
    const shown = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(255 * Math.min(1, Math.max(0, shown)))
  })
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

test.each(Object.entries(light))('%s is %s in the light', (token, hex) => {
  expect(hexOf(token)[0]).toBe(hex)
})

test.each(Object.entries(dark))('%s is %s in the dark', (token, hex) => {
  expect(hexOf(token)[1]).toBe(hex)
})
