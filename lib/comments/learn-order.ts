/** What an order goes by: as typed, and of `body` as much as was read of it. */
export type Written = { name: string; website: string | null; body: string }

/** With so many of each honest comments stand before spam in nine of ten pairs or more (ADR 25). */
export const leastJudged = 20

/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u

/**
 * Learns from comments that were published and from those the author put into Spam how much another looks like spam: the
 * higher the number, the more; 0 where nothing is known of it. Null when there are fewer than `leastJudged` of either.
 *
 * Naive Bayes over the set of what stands in a comment, with add-one smoothing of both lists as if they were as long as
 * the shorter: otherwise a word that came once among 500 would look rare there, and common among twenty where it never
 * came. The same lists give the same numbers, in whatever order they come.
 */
export function learnOrder(published: Written[], spam: Written[]): ((comment: Written) => number) | null {
  if (published.length < leastJudged || spam.length < leastJudged) return null
  const fewest = Math.min(published.length, spam.length)
  const inPublished = countSigns(published)
  const inSpam = countSigns(spam)
  return (comment) => {
    let sum = 0
    for (const sign of readSigns(comment)) {
      const ofSpam = ((inSpam.get(sign) ?? 0) * fewest) / spam.length
      const ofPublished = ((inPublished.get(sign) ?? 0) * fewest) / published.length
      sum += Math.log((ofSpam + 1) / (ofPublished + 1))
    }
    return sum
  }
}

function countSigns(comments: Written[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const comment of comments)
    for (const sign of readSigns(comment)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

/** Its words, each once, and its shape, which has a space in it as no word has. */
function readSigns({ name, website, body }: Written): Set<string> {
  return new Set(listWords(`${name}\n${website ?? ''}\n${body}`))
    .add(`names ${name.split(/\s+/).length}`)
    .add(`figures ${/\p{N}/u.test(body)}`)
    .add(`length ${Math.round(Math.log2(body.length + 1))}`)
}

/** Where words have no spaces between them every two letters stand for one: `Intl.Segmenter` takes a second for a thousand comments. */
function listWords(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase()
  const runs = folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // Once for the whole text: asked of every word it takes longer than all the rest.
  if (!unspaced.test(folded)) return runs
  return runs.flatMap((run) => (unspaced.test(run) ? pairLetters(Array.from(run)) : [run]))
}

function pairLetters(letters: string[]): string[] {
  return letters.map((letter, index) => letter + (letters[index + 1] ?? ''))
}
