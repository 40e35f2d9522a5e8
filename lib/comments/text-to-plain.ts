import type { Block, Inline } from './parse-text'

/** The words of a comment without their marks, for machines: paragraphs stand apart by an empty line. Of a link its words are left. */
export function textToPlain(text: Block[]): string {
  return text.map(plainBlock).join('\n\n')
}

function plainBlock(block: Block): string {
  if (Array.isArray(block)) return plainLine(block, '\n')
  return block.kind === 'code' ? block.text : textToPlain(block.children)
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
