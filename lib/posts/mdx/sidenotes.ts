import type { BlockContent, Link, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type {} from 'remark-rehype'
import { visit } from 'unist-util-visit'
import { placeNotes } from './note-places'
import { type Note, numberNotes } from './number-notes'

/**
 * A remark plugin that turns footnotes into sidenotes: a number in the text, and the note directly after the
 * block where it is first referred to, both inside one `div.anchor`, so that a reader meets it where it belongs.
 */
export function sidenotes() {
  return (tree: Root): void => {
    const notes = [...numberNotes(tree).values()]
    if (notes.length === 0) return
    const place = placeNotes()
    tree.children = tree.children.flatMap((block) => {
      if (block.type === 'footnoteDefinition') return []
      const beside = notes.filter(({ references }) => holds(block, references[0]))
      const tops = place(block, beside)
      if (beside.length === 0 || !isBlock(block)) return [block]
      return [
        anchor(
          block,
          beside.map((note, index) => sidenote(note, tops[index] ?? 0)),
        ),
      ]
    })
    replaceReferences(tree, notes)
  }
}

function holds(block: RootContent, wanted: unknown): boolean {
  let found = false
  visit(block, 'footnoteReference', (reference) => {
    found ||= reference === wanted
  })
  return found
}

const blocks = new Set(['paragraph', 'heading', 'blockquote', 'list', 'table', 'mdxJsxFlowElement'])

function isBlock(node: RootContent): node is BlockContent {
  return blocks.has(node.type)
}

/** mdast has no plain box: a quotation whose name in HTML is `div` is one. */
function anchor(block: BlockContent, notes: Paragraph[]): RootContent {
  return {
    type: 'blockquote',
    data: { hName: 'div', hProperties: { className: ['anchor'] } },
    children: [block, ...notes],
  }
}

function sidenote({ number, definition, references }: Note, top: number): Paragraph {
  const back = references.flatMap((_, index): PhrasingContent[] => [
    { type: 'text', value: ' ' },
    link(`#${referenceId(number, index)}`, '↩\uFE0E', {
      ariaLabel: index === 0 ? 'Back to the text' : `Back to the text, place ${index + 1}`,
    }),
  ])
  return {
    type: 'paragraph',
    data: {
      hName: 'aside',
      hProperties: {
        className: ['side', 'rail'],
        id: `n-${number}`,
        ariaLabel: `Note ${number}`,
        ...(top > 0 && { style: `--at:${top}em` }),
      },
    },
    children: [
      { type: 'strong', data: { hName: 'b' }, children: [{ type: 'text', value: String(number) }] },
      ...wordsOf(definition),
      ...back,
    ],
  }
}

/** The words of a note in one line of content; its paragraphs are parted by breaks. */
function wordsOf(definition: Note['definition']): PhrasingContent[] {
  return definition.children.flatMap((block, index): PhrasingContent[] => {
    if (block.type !== 'paragraph') return []
    return index === 0 ? block.children : [{ type: 'break' }, { type: 'break' }, ...block.children]
  })
}

function replaceReferences(tree: Root, notes: Note[]): void {
  visit(tree, 'footnoteReference', (reference, index, parent) => {
    const note = notes.find(({ references }) => references.includes(reference))
    if (!note || !parent || index === undefined) return
    const { number, references } = note
    parent.children.splice(
      index,
      1,
      link(`#n-${number}`, String(number), {
        className: ['ref'],
        id: referenceId(number, references.indexOf(reference)),
        ariaLabel: `Note ${number}`,
      }),
    )
  })
}

function referenceId(number: number, index: number): string {
  return index === 0 ? `r-${number}` : `r-${number}-${index + 1}`
}

function link(url: string, words: string, hProperties: Record<string, string | string[]>): Link {
  return { type: 'link', url, data: { hProperties }, children: [{ type: 'text', value: words }] }
}
