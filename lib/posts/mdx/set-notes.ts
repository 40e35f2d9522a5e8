import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { type Note, numberNotes } from './number-notes'

/** How notes look: what stands for a reference (the how-manieth to its note, from 0), and what becomes of a block that has notes. */
type Style = {
  reference: (note: Note, index: number) => PhrasingContent
  /** Asked for every block in the order of the text, also for those without notes. */
  block: (block: BlockContent, notes: Note[]) => RootContent[]
}

/** Takes the footnotes out of a text and sets each beside the block where it is first referred to. Changes the tree. */
export function setNotes(tree: Root, style: Style): void {
  const notes = [...numberNotes(tree).values()]
  tree.children = tree.children.flatMap((block) => {
    if (block.type === 'footnoteDefinition') return []
    if (!isBlock(block)) return [block]
    return style.block(
      block,
      notes.filter(({ references }) => holds(block, references[0])),
    )
  })
  visit(tree, 'footnoteReference', (reference, index, parent) => {
    const note = notes.find(({ references }) => references.includes(reference))
    if (!note || !parent || index === undefined) return
    parent.children.splice(index, 1, style.reference(note, note.references.indexOf(reference)))
  })
}

/** The words of a note in one line of content; its paragraphs are parted by breaks. */
export function wordsOfNote({ definition }: Note): PhrasingContent[] {
  return definition.children.flatMap((block, index): PhrasingContent[] => {
    if (block.type !== 'paragraph') return []
    return index === 0 ? block.children : [{ type: 'break' }, { type: 'break' }, ...block.children]
  })
}

function holds(block: RootContent, wanted: unknown): boolean {
  let found = false
  visit(block, 'footnoteReference', (reference) => {
    found ||= reference === wanted
  })
  return found
}

const blocks = new Set(['paragraph', 'heading', 'blockquote', 'list', 'table', 'code', 'mdxJsxFlowElement'])

function isBlock(node: RootContent): node is BlockContent {
  return blocks.has(node.type)
}
