import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { imageSize } from 'image-size'

/** A picture's own size in CSS pixels; null when there is no such file below `public`, or it is no picture. */
export async function pictureSize(src: string): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height } = imageSize(await readFile(join(/* turbopackIgnore: true */ 'public', src)))
    return { width, height }
  } catch {
    return null
  }
}
