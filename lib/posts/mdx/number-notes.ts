import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** A note of a post, with all the places that refer to it, in the order of the text. */
export type Note = { number: number; definition: FootnoteDefinition; references: FootnoteReference[] }

/** The notes of a text, numbered from 1 in the order of their first references. Notes nobody refers to are none. */
export function numberNotes(tree: Root): Map<string, Note> {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition)
  })
  const notes = new Map<string, Note>()
  visit(tree, 'footnoteReference', (reference) => {
    const known = notes.get(reference.identifier)
    const definition = definitions.get(reference.identifier)
    if (known) known.references.push(reference)
    else if (definition) {
      notes.set(reference.identifier, { number: notes.size + 1, definition, references: [reference] })
    }
  })
  return notes
}
