import MarkdownIt from 'markdown-it'
import { cleanLine, isVisible } from '../comments/clean-text'

const longest = 120
/** Of a title as it came: nobody needs more to fill 120 characters, and what follows is not worth a look. */
const mostRead = 2_000

const { unescapeAll } = new MarkdownIt().utils

/**
 * A title from somebody else's feed as one line of text, cleaned as names are and at most 120 characters long; null
 * when nothing of it can be seen. `isHtml`: it may hold tags, which go, and entities, which are read.
 */
export function plainTitle(title: string, isHtml: boolean): string | null {
  const start = title.slice(0, mostRead)
  const line = cleanLine(isHtml ? textOf(start) : start)
  if (!isVisible(line)) return null
  const characters = [...line]
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : line
}

function textOf(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<\/?[a-z][^<>]*(?:>|$)/gi, '')
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/gi, unescapeAll)
}
