import { picturePath } from '../pictures/picture-path'
import type { Picture } from '../posts/post'
import { addressOf } from './address-of'

type PicturedPage = {
  /** The page's own address on this site: `/posts/on-waiting`. */
  path: string
  title: string
  /** The author's own picture of it, if there is one. */
  image: Picture | null
}

/**
 * The picture of a page where it is shared or found: the author's own, or the one that is drawn when somebody asks for it,
 * its words on cloth. No network shows an SVG.
 */
export function pictureOf({ path, title, image }: PicturedPage) {
  return image && !/\.svg$/i.test(image.src)
    ? { url: addressOf(image.src), alt: image.alt }
    : { url: addressOf(picturePath(path)), width: 1200, height: 630, alt: title }
}
