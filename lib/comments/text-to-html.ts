import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type Block, type Inline, parseText } from './parse-text'

/** The text of a comment as HTML for feeds, where no component of ours draws it: of what `parseText` finds and nothing else. */
export function textToHtml(body: string): string {
  return toHtml({ type: 'root', children: parseText(body).map(toElement) })
}

function toElement(block: Block): ElementContent {
  if (Array.isArray(block)) return element('p', block.map(toContent))
  if (block.kind === 'quote') return element('blockquote', block.children.map(toElement))
  return element('pre', [element('code', [text(block.text)])])
}

function toContent(inline: Inline): ElementContent {
  if (typeof inline === 'string') return text(inline)
  switch (inline.kind) {
    case 'break':
      return element('br', [])
    case 'code':
      return element('code', [text(inline.text)])
    case 'em':
    case 'strong':
      return element(inline.kind, inline.children.map(toContent))
    case 'link':
      return element('a', inline.children.map(toContent), {
        href: inline.href,
        rel: ['ugc', 'nofollow', 'noopener'],
      })
  }
}

function element(
  tagName: string,
  children: ElementContent[],
  properties: Record<string, string | string[]> = {},
): ElementContent {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
