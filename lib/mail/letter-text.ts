import { cleanLine } from '../comments/clean-text'
import type { LetterPart } from './letter'
import { quotedLines } from './quoted-lines'

/** A letter in plain text. Quoted words stand behind `> `, so that nobody's words pass for ours. Lines are as long as they are. */
export function letterToText(parts: LetterPart[]): string {
  return `${parts.map(toText).join('\n\n')}\n`
}

function toText(part: LetterPart): string {
  switch (part.part) {
    case 'heading':
    case 'words':
      return cleanLine(part.text)
    case 'quoted':
      return `${cleanLine(part.by)}:\n${quote(part.text)}`
    case 'links':
      return part.links.map(({ label, href }) => `${label}:\n${href}`).join('\n\n')
    case 'note':
      return `${cleanLine(part.text)}${part.link ? `\n${part.link.label}:\n${part.link.href}` : ''}`
  }
}

function quote(text: string): string {
  return quotedLines(text)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}
