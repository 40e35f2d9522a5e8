import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { hint } from '../did-you-mean'
import { type Finding, findingAt } from './finding'

/** Footnotes: every reference has its note, every note its reference, notes are words in paragraphs, and headings have none. */
export function checkNotes(tree: Root): Finding[] {
  const found: Finding[] = []
  const defined = new Set<string>()
  const used = new Set<string>()
  visit(tree, 'footnoteReference', ({ identifier }) => {
    used.add(identifier)
  })
  visit(tree, 'footnoteDefinition', (note) => {
    const name = note.label ?? note.identifier
    if (defined.has(note.identifier)) found.push(findingAt(note, `there are two notes [^${name}]`))
    defined.add(note.identifier)
    if (!used.has(note.identifier)) found.push(findingAt(note, `nothing refers to the note [^${name}]`))
    const block = note.children.find(({ type }) => type !== 'paragraph')
    if (block) found.push(findingAt(block, 'a note holds paragraphs only'))
    visit(note, 'image', (image) => {
      found.push(findingAt(image, 'a note holds no pictures'))
    })
    visit(note, 'footnoteReference', (inner) => {
      found.push(findingAt(inner, 'a note cannot refer to a note'))
    })
  })
  visit(tree, 'heading', (heading) => {
    visit(heading, 'footnoteReference', (reference) => {
      found.push(findingAt(reference, 'a heading has no notes: refer to it from the text'))
    })
  })
  visit(tree, 'text', (text) => {
    for (const match of text.value.matchAll(/\[\^([^\]\s]+)\]/g)) {
      const name = match[1] ?? ''
      found.push(
        findingAt(text, `there is no note [^${name}]${hint(name, defined, (other) => `[^${other}]`)}`),
      )
    }
  })
  return found
}
