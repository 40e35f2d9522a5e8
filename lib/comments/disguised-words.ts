import { findLookAlike } from './look-alikes'

/** A letter more or less is a unit (`μm`) or a sign. */
const shortest = 4

/**
 * Words that read as Latin ones and are not, as `сasino` with a Cyrillic с: nobody types them but to get past a list
 * of words. A Latin word with a Cyrillic ending (`PDFки`) is how people write. Empty when there are none.
 */
export function findDisguisedWords(text: string): string[] {
  const words = text.normalize('NFKC').match(/\p{L}+/gu) ?? []
  return words.filter((word) => word.length >= shortest && isDisguised(word))
}

function isDisguised(word: string): boolean {
  if (!/\p{sc=Latin}/u.test(word) || /^\p{sc=Latin}+\p{sc=Cyrillic}+$/u.test(word)) return false
  const others = Array.from(word).filter((letter) => /[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(letter))
  return others.length > 0 && others.every((letter) => findLookAlike(letter) !== null)
}
