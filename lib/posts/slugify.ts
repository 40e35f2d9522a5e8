/**
 * The slug of a tag or a series: lower case, words joined by `-`, accents of Latin letters taken off,
 * letters of other scripts kept. Empty when there is no letter or digit in it.
 */
export function slugify(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
