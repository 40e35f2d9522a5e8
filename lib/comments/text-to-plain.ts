import { type Block, type Inline, parseText } from './parse-text'

/** The words of a comment without their marks, for machines: paragraphs stand apart by an empty line. Of a link its words are left. */
export function textToPlain(body: string): string {
  return parseText(body).map(plainBlock).join('\n\n')
}

function plainBlock(block: Block): string {
  if (block.kind === 'code') return block.text
  if (block.kind === 'quote') return block.children.map(plainBlock).join('\n\n')
  return plainLine(block.children, '\n')
}

/** The words of a line without their marks, with what stands for its breaks. */
export function plainLine(inlines: Inline[], lineBreak: string): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline
      if (inline.kind === 'break') return lineBreak
      return 'children' in inline ? plainLine(inline.children, lineBreak) : inline.text
    })
    .join('')
}
