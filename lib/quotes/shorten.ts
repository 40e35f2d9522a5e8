/** A letter or mark of a script that puts no spaces between words: a text may end before and after any of them. */
const unspaced =
  '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}]'
const beginsUnspaced = new RegExp(`^${unspaced}`, 'u')
/** The part of a word behind the last space or letter of such a script. */
const brokenWord = new RegExp(`(?:\\s+|(?<=${unspaced}))(?:(?!${unspaced})\\S)*$`, 'u')

/** A word that was cut ends where it was: nothing is left of it but the marks that stand behind it. */
const wordEnd = /^[^\p{L}\p{N}\s]*(?:\s|$)/u

/**
 * As much of the words as fits: all of them, or as many as fit with `…` behind them. They end at a word, or inside of one
 * that is too long by itself; no letter and no emoji is torn. `fits` says of a text whether there is room for it, and
 * says no to whatever is longer than what it said no to.
 */
export function shorten(words: string, fits: (words: string) => boolean): string {
  if (fits(words)) return words
  let end = 0
  for (const { segment, index } of new Intl.Segmenter().segment(words)) {
    if (!fits(`${words.slice(0, index)}${segment}…`)) break
    end = index + segment.length
  }
  const [kept, next] = [words.slice(0, end), words.slice(end)]
  const isWhole = wordEnd.test(next) || beginsUnspaced.test(next)
  return `${isWhole ? kept.trimEnd() : kept.replace(brokenWord, '')}…`
}
