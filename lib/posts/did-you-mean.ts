/**
 * The candidate that was probably meant, or null when none is close: at most one edit in three letters,
 * where a wrong, missing, added or swapped letter is one edit (optimal string alignment).
 */
export function didYouMean(typed: string, candidates: Iterable<string>): string | null {
  const wanted = typed.toLowerCase()
  let best: string | null = null
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= fewest) continue
    const edits = countEdits(wanted, candidate.toLowerCase())
    if (edits < fewest) {
      fewest = edits
      best = candidate
    }
  }
  return best
}

/** The end of a message: `; did you mean <Tweetable>?`, or nothing when there is no good guess. */
export function hint(typed: string, candidates: Iterable<string>, show = (guess: string) => guess): string {
  const guess = didYouMean(typed, candidates)
  return guess === null ? '' : `; did you mean ${show(guess)}?`
}

function countEdits(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let edits = Math.min(at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, at(beforeLast, j - 2) + 1)
      }
      row.push(edits)
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
