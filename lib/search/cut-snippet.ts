import { toTerm, wordPattern } from './search-index'

/** Stands between a heading, which has no stop of its own, and the words below it. */
const divider = '·'

/** A part of a text; `isHit` for the words that were searched. */
export type Piece = { text: string; isHit: boolean }

/** Characters of a snippet, before it is widened to whole words. */
const length = 180

/** Characters shown before the first of its hits. */
const lead = 40

type Place = { start: number; end: number }

/**
 * The passage of a text in which the most hits stand together, the first of them when there are several, with the hits
 * marked; `…` stands where the text goes on. `terms` are words of this text as the index knows them. Where none of
 * them stands in the text (it was the title that was found), its beginning.
 */
export function cutSnippet(text: string, terms: string[]): Piece[] {
  const line = text
    .replace(/([\p{L}\p{N}])\n\n/gu, `$1 ${divider} `)
    .replace(/\s+/g, ' ')
    .trim()
  const hits = findHits(line, terms)
  const from = startAt(line, hits)
  const to = line.length - from <= length ? line.length : endOfWord(line, from + length)
  return [
    ...(from > 0 ? [{ text: '… ', isHit: false }] : []),
    ...piecesOf(line, hits, from, to),
    ...(to < line.length ? [{ text: ' …', isHit: false }] : []),
  ]
}

/** All of a short text, such as a title, with the hits in it marked. */
export function markHits(text: string, terms: string[]): Piece[] {
  return piecesOf(text, findHits(text, terms), 0, text.length)
}

function piecesOf(line: string, hits: Place[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  const add = (piece: string, isHit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, isHit })
  }
  let at = from
  for (const { start, end } of hits) {
    if (start < from || end > to) continue
    add(line.slice(at, start), false)
    add(line.slice(start, end), true)
    at = end
  }
  add(line.slice(at, to), false)
  return pieces
}

function findHits(line: string, terms: string[]): Place[] {
  const sought = new Set(terms)
  return [...line.matchAll(wordPattern)].flatMap(({ 0: word, index }) =>
    sought.has(toTerm(word)) ? { start: index, end: index + word.length } : [],
  )
}

/** Where the snippet begins: a little before the first hit of the densest passage. */
function startAt(line: string, hits: Place[]): number {
  let best = { start: 0, count: 0 }
  let last = 0
  for (const [first, { start }] of hits.entries()) {
    while ((hits[last]?.end ?? Number.POSITIVE_INFINITY) <= start + length - lead) last += 1
    if (last - first > best.count) best = { start, count: last - first }
  }
  if (best.start <= lead) return 0
  const at = best.start - lead
  const space = line.lastIndexOf(' ', at)
  const from = at - space > lead ? at : space + 1
  return line.startsWith(`${divider} `, from) ? from + divider.length + 1 : from
}

function endOfWord(line: string, at: number): number {
  const space = line.lastIndexOf(' ', at)
  const to = space > at - length / 2 ? space : at
  return line.endsWith(` ${divider}`, to) ? to - divider.length - 1 : to
}
