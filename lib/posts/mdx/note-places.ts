import type { Nodes, RootContent } from 'mdast'
import type { Note } from './number-notes'
import { plainText } from './plain-text'

/** As drawn: about 62 characters a line of text, 40 a line of note; a line of text is 2.15 em of a note, a line of note 1.5. */
const text = { characters: 62, line: 2.15, gap: 1.5 }
const side = { characters: 40, line: 1.5, gap: 1 }

/**
 * Where notes stand in the margin, in em of a note below the top of their block: beside the line of their
 * reference, or below the note before when that one reaches so far. An estimate, since only the browser knows
 * the lines. To be asked block by block, in the order of the text.
 */
export function placeNotes(): (block: RootContent, notes: Note[]) => number[] {
  /** How far notes of earlier blocks reach below the top of this one. */
  let taken = 0
  return (block, notes) => {
    const tops = notes.map(({ references, definition }) => {
      const line = Math.floor((lengthBefore(block, references[0]) ?? 0) / text.characters)
      const top = Math.max(taken, line * text.line)
      const words = definition.children.map((child) => plainText(child)).join(' ')
      taken = top + Math.ceil(words.length / side.characters) * side.line + side.gap
      return Math.round(top * 100) / 100
    })
    const lines = Math.ceil(plainText(block).length / text.characters)
    taken = Math.max(0, taken - lines * text.line - text.gap)
    return tops
  }
}

/** How many characters stand before a node; null when it is not inside. */
function lengthBefore(inside: Nodes, wanted: unknown): number | null {
  if (inside === wanted) return 0
  if (!('children' in inside)) return null
  let before = 0
  for (const child of inside.children) {
    const length = lengthBefore(child, wanted)
    if (length !== null) return before + length
    before += plainText(child).length
  }
  return null
}
