import MarkdownIt, { type Token } from 'markdown-it'
import { tameForDisplay } from './clean-text'
import { toTextHref } from './safe-href'

/** A piece of a line in a comment: plain words are a string. Links are absolute `http:`, `https:` or `mailto:` addresses. */
export type Inline =
  | string
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'em' | 'strong'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }

/** A paragraph is what stands in it, and no more: pages carry fifty comments beside their HTML. */
export type Block = Inline[] | { kind: 'quote'; children: Block[] } | { kind: 'code'; text: string }

/** Together with the paragraph between them, at most 20 elements within each other. */
const mostQuotes = 8
const mostMarks = 11
const tooManyQuotes = new RegExp(`^((?: {0,3}>){${mostQuotes}})[ >]+`, 'gm')

/**
 * Paragraphs, links, emphasis, quotes and code; whatever else is typed is shown as it stands.
 * Entities stay as typed, too: a reader who writes `&lt;` or `<div>` sees just that.
 */
const markdown = new MarkdownIt('zero', { breaks: true, linkify: true }).enable([
  'fence',
  'blockquote',
  'linkify',
  'newline',
  'escape',
  'backticks',
  'emphasis',
  'link',
  'autolink',
  'balance_pairs',
  'fragments_join',
])
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
markdown.validateLink = (url) => toTextHref(url) !== null

/**
 * The text of a comment as a small tree, never HTML. Nothing typed is lost: quotes within more than 8 quotes and
 * marks within more than 11 are left out and their words kept. Throws for nothing; 10,000 characters of hostile Markdown take well under 100 ms.
 */
export function parseText(body: string): Block[] {
  return toBlocks(markdown.parse(flattenQuotes(tameForDisplay(body)), {}))
}

/** markdown-it drops what is nested too deep, so quote marks beyond the limit go before it reads them. */
function flattenQuotes(text: string): string {
  return text.replace(tooManyQuotes, '$1 ')
}

function toBlocks(tokens: Token[]): Block[] {
  const top: Block[] = []
  const open: Block[][] = [top]
  for (const token of tokens) {
    const siblings = open.at(-1) ?? top
    if (token.type === 'blockquote_open') {
      const children: Block[] = []
      siblings.push({ kind: 'quote', children })
      open.push(children)
    } else if (token.type === 'blockquote_close') {
      open.pop()
    } else if (token.type === 'inline') {
      siblings.push(toInlines(token.children ?? []))
    } else if (token.type === 'fence') {
      siblings.push({ kind: 'code', text: toCode(token) })
    }
  }
  return top
}

/** What follows the fence is the name of a language, or words the writer did not know would be taken for one. */
function toCode({ info, content }: Token): string {
  const code = content.replace(/\n$/, '')
  return /^[\w+#.-]*$/.test(info.trim()) ? code : `${info.trim()}\n${code}`
}

function toInlines(tokens: Token[]): Inline[] {
  const top: Inline[] = []
  const open: Inline[][] = [top]
  /** Marks opened beyond the limit and not yet closed; they close in reverse order, so a count is enough. */
  let ignored = 0
  for (const token of tokens) {
    const siblings = open.at(-1) ?? top
    if (token.nesting === 1) {
      const element = open.length > mostMarks ? null : toElement(token)
      if (element) {
        siblings.push(element)
        open.push(element.children)
      } else {
        ignored += 1
      }
    } else if (token.nesting === -1) {
      if (ignored > 0) ignored -= 1
      else open.pop()
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') {
      siblings.push({ kind: 'break' })
    } else if (token.type === 'code_inline') {
      siblings.push({ kind: 'code', text: token.content })
    } else if (token.content !== '') {
      siblings.push(token.content)
    }
  }
  return top
}

function toElement(token: Token): Extract<Inline, { children: unknown }> | null {
  if (token.type === 'em_open') return { kind: 'em', children: [] }
  if (token.type === 'strong_open') return { kind: 'strong', children: [] }
  const href = token.type === 'link_open' ? toTextHref(String(token.attrGet('href'))) : null
  return href === null ? null : { kind: 'link', href, children: [] }
}
