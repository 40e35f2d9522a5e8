import type { Locator } from '@playwright/test'

type Rgb = [number, number, number]

type Paint = {
  /** Font size and line height, in CSS pixels. */
  size: number
  lineHeight: number
  ink: Rgb
  ground: Rgb
}

/** How an element is painted: the colour of its text, and of the first ground behind it that is not see-through. */
export async function paint(locator: Locator): Promise<Paint> {
  return locator.first().evaluate((element) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    function toRgb(colour: string): { rgb: [number, number, number]; alpha: number } {
      if (!canvas) throw new Error('This browser has no canvas.')
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
      return { rgb: [red, green, blue], alpha }
    }
    const style = getComputedStyle(element)
    let ground: [number, number, number] = [255, 255, 255]
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { rgb, alpha } = toRgb(getComputedStyle(at).backgroundColor)
      if (alpha < 255) continue
      ground = rgb
      break
    }
    return {
      size: Number.parseFloat(style.fontSize),
      lineHeight: Number.parseFloat(style.lineHeight),
      ink: toRgb(style.color).rgb,
      ground,
    }
  })
}

/** The contrast of two colours as WCAG 2 defines it, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
