/** The words of a list that stand in a text, as the list writes them and in its order; empty when none does. */
export type FindWords = (text: string) => string[]

/** Scripts that write no spaces, or hang endings on: where a word begins or ends in them cannot be asked. */
const unspaced =
  '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]'
const letter = `[[\\p{L}\\p{M}\\p{N}_]--${unspaced}]`
const startsWithLetter = new RegExp(`^${letter}`, 'v')
const endsWithLetter = new RegExp(`${letter}$`, 'v')
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/**
 * Reads a list, one word or phrase a line. Found is what stands between word boundaries, whatever its case, its
 * width and the spaces in it: `ham` is not in `hamper`. Of scripts without spaces a word is found anywhere.
 */
export function readWords(list: string): FindWords {
  const words = new Map<string, string>()
  for (const line of list.split('\n')) {
    const word = fold(line)
    if (word !== '') words.set(word, line.trim())
  }
  return (text) => {
    const folded = fold(text)
    return [...words].filter(([word]) => stands(word, folded)).map(([, written]) => written)
  }
}

function stands(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (
      isApart(text.slice(Math.max(0, at - 2), at), word) &&
      isApart(word, text.slice(at + word.length, at + word.length + 2))
    )
      return true
  }
  return false
}

/** True when one word may end and another begin between the two. */
function isApart(before: string, after: string): boolean {
  return !(endsWithLetter.test(before) && startsWithLetter.test(after))
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
