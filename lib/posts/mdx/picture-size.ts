import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'

/** A picture's own size in CSS pixels; null when there is no such file below `public`, or it is no picture. */
export function pictureSize(src: string): { width: number; height: number } | null {
  try {
    const { width, height } = imageSize(readFileSync(join(/* turbopackIgnore: true */ 'public', src)))
    return { width, height }
  } catch {
    return null
  }
}
