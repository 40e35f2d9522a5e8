import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What is wrong with the address of a picture, or null. Pictures are files below `public`. */
export function checkPicture(src: string): string | null {
  if (!src.startsWith('/') || src.startsWith('//'))
    return `a picture is a file below public: write its address as /images/NAME, not ${src}`
  if (src.split('/').includes('..')) return `a picture is a file below public: ${src} leads elsewhere`
  return existsSync(join(/* turbopackIgnore: true */ 'public', src))
    ? null
    : `there is no picture public${src}`
}
