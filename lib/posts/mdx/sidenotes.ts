import type { BlockContent, Link, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type {} from 'remark-rehype'
import { placeNotes } from './note-places'
import type { Note } from './number-notes'
import { setNotes, wordsOfNote } from './set-notes'

/**
 * A remark plugin that turns footnotes into sidenotes: a number in the text, and the note directly after the
 * block where it is first referred to, both inside one `div.anchor`, so that a reader meets it where it belongs.
 */
export function sidenotes() {
  return (tree: Root): void => {
    const place = placeNotes()
    setNotes(tree, {
      block: (block, notes) => {
        const tops = place(block, notes)
        return notes.length === 0
          ? [block]
          : [
              anchor(
                block,
                notes.map((note, index) => sidenote(note, tops[index] ?? 0)),
              ),
            ]
      },
      reference: ({ number }, index) =>
        link(`#n-${number}`, String(number), {
          className: ['ref'],
          id: referenceId(number, index),
          ariaLabel: `Note ${number}`,
        }),
    })
  }
}

/** mdast has no plain box: a quotation whose name in HTML is `div` is one. */
function anchor(block: BlockContent, notes: Paragraph[]): RootContent {
  return {
    type: 'blockquote',
    data: { hName: 'div', hProperties: { className: ['anchor'] } },
    children: [block, ...notes],
  }
}

function sidenote(note: Note, top: number): Paragraph {
  const { number, references } = note
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
      ...wordsOfNote(note),
      ...back,
    ],
  }
}

function referenceId(number: number, index: number): string {
  return index === 0 ? `r-${number}` : `r-${number}-${index + 1}`
}

function link(url: string, words: string, hProperties: Record<string, string | string[]>): Link {
  return { type: 'link', url, data: { hProperties }, children: [{ type: 'text', value: words }] }
}
