import { z } from 'zod'
import { didYouMean } from '../did-you-mean'
import { isElement, unknownElement } from './elements'
import type { Finding } from './finding'

/** A `VFileMessage` of the parser. */
const messageSchema = z.object({
  reason: z.string(),
  ruleId: z.string().nullish(),
  line: z
    .number()
    .nullish()
    .transform((line) => line ?? 1),
  column: z
    .number()
    .nullish()
    .transform((column) => column ?? 1),
})

const braces = 'an expression in braces is not allowed in a post; to show a brace write \\{'

/** What is wrong, and which tags to take out, each by where it begins, to read on behind it. */
export type SyntaxFinding = { finding: Finding; tags: { line: number; column: number }[] }

/** What the parser says when the text is not MDX, in words for its author. Throws what is no message of the parser. */
export function explainSyntax(error: unknown, body: string): SyntaxFinding {
  const parsed = messageSchema.safeParse(error)
  if (!parsed.success) throw error
  const { reason, ruleId, line, column } = parsed.data
  const tag = explainTag(reason, line, column)
  if (tag) return tag
  const lines = body.split('\n')
  const at = (message: string) => ({ finding: { line, column, message }, tags: [] })
  if (/^Unexpected end of file in expression/.test(reason))
    return { finding: { ...lastBrace(lines, line), message: braces }, tags: [] }
  if (ruleId === 'acorn') return at(braces)
  if (/^Unexpected character `!`/.test(reason)) {
    return at('an HTML comment is not MDX, and a post has no comments: take it out')
  }
  const advice = /^Unexpected (?:character|end of file)/.test(reason) ? '; to show < write \\<' : ''
  return at(`this is not MDX: ${reason}${advice}`)
}

/** What mdast-util-mdx-jsx says of tags that do not belong together; null when it is of something else. */
function explainTag(reason: string, line: number, column: number): SyntaxFinding | null {
  const open = /^Expected a closing tag for `<([^>]*)>` \((\d+):(\d+)/.exec(reason)
  if (open) {
    const [, name = '', ...place] = open
    const tag = placeOf(place)
    const message = isElement(name)
      ? `<${name}> is never closed: write </${name}> behind its words, in the same paragraph, or with both tags on lines of their own`
      : unknownElement(name)
    return { finding: { ...tag, message }, tags: [tag] }
  }
  const crossed =
    /^Unexpected closing tag `<\/([^>]*)>`, expected corresponding closing tag for `<([^>]*)>` \((\d+):(\d+)/.exec(
      reason,
    )
  if (crossed) {
    const [, name = '', openName = '', ...place] = crossed
    const [tag, openTag] = [{ line, column }, placeOf(place)]
    if (!isElement(openName)) {
      // A tag that was mistyped has its end here; any other is between another element and its end.
      const isItsEnd = didYouMean(openName, [name]) !== null
      const finding = { ...openTag, message: unknownElement(openName) }
      return { finding, tags: isItsEnd ? [tag, openTag] : [openTag] }
    }
    const message = `</${name}> closes nothing here: what is open is <${openName}>, from line ${openTag.line}`
    return { finding: { ...tag, message }, tags: [tag] }
  }
  const [, name] = /^Expected the closing tag `<\/([^>]*)>`/.exec(reason) ?? []
  if (name !== undefined) {
    const message = `</${name}> stands outside of where its <${name}> began: both belong into the same emphasis, list or paragraph`
    return { finding: { line, column, message }, tags: [] }
  }
  if (!reason.startsWith('Unexpected closing slash')) return null
  // The place is that of the slash, one behind the beginning of the tag.
  const tag = { line, column: column - 1 }
  return { finding: { ...tag, message: 'this tag closes what was never opened' }, tags: [tag] }
}

function placeOf([line, column]: string[]) {
  return { line: Number(line), column: Number(column) }
}

/** The brace that was never closed: the parser only says where it gave up. */
function lastBrace(lines: string[], from: number): { line: number; column: number } {
  for (let line = from; line > 0; line--) {
    const column = (lines[line - 1] ?? '').lastIndexOf('{') + 1
    if (column > 0) return { line, column }
  }
  return { line: from, column: 1 }
}
