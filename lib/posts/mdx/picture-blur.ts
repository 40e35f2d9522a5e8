import { join } from 'node:path'

/**
 * A picture of few dots, as a `data:` address of some 200 letters, to stand where the picture will be; null when there
 * is no such file below `public`, and for one that can be seen through: it would be seen behind it for ever.
 */
export async function pictureBlur(src: string): Promise<string | null> {
  try {
    const { default: sharp } = await import('sharp')
    const few = await sharp(join(/* turbopackIgnore: true */ 'public', src))
      .resize(8, 8, { fit: 'inside' })
      .png()
      .toBuffer()
    const { isOpaque } = await sharp(few).stats()
    if (!isOpaque) return null
    const packed = await sharp(few).webp({ quality: 30 }).toBuffer()
    return `data:image/webp;base64,${packed.toString('base64')}`
  } catch {
    return null
  }
}
