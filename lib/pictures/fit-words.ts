/** How wide letters are beside their size, by kind; a little too wide rather than too narrow. */
function widthOf(letter: string): number {
  if (/[ijl.,:;'’‘|!ftrI()]/.test(letter)) return 0.36
  if (/[mwMW—…@%&жмтфшщыюЖМФШЩЫЮωώφψΜΦΨ]/.test(letter)) return 0.9
  // Greek and Cyrillic, as bold as in titles.
  if (/[\u0370-\u0491]/.test(letter)) return /\p{Lu}/u.test(letter) ? 0.78 : 0.6
  return /\p{Lu}/u.test(letter) ? 0.7 : 0.53
}

function widthOfWord(word: string): number {
  return [...word].reduce((sum, letter) => sum + widthOf(letter), 0)
}

/**
 * The largest of `sizes` (largest first, in pixels) at which words stand in a box; the smallest when they never do, and
 * `lines` then says after how many they must end. Lines break at spaces, and within a word only that no size has room for.
 */
export function fitWords(
  words: string,
  box: { width: number; height: number; leading: number; sizes: readonly [number, ...number[]] },
): { size: number; lines: number } {
  const linesAt = (size: number) => Math.floor(box.height / (size * box.leading))
  const longest = Math.max(...words.split(' ').map(widthOfWord))
  const unbroken = box.sizes.filter((size) => longest <= box.width / size)
  for (const size of unbroken.length > 0 ? unbroken : box.sizes) {
    if (countLines(words, box.width / size) <= linesAt(size)) return { size, lines: linesAt(size) }
  }
  const size = Math.min(...box.sizes)
  return { size, lines: linesAt(size) }
}

/** `width` is that of a line, in sizes of the letters. */
function countLines(words: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of words.split(' ')) {
    const long = widthOfWord(word)
    if (used > 0 && used + 0.3 + long > width) {
      lines++
      used = 0
    }
    lines += Math.ceil(long / width) - 1
    used = long > width ? width : used + (used > 0 ? 0.3 : 0) + long
  }
  return lines
}
