import { z } from 'zod'
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

/** What the parser says when the text is not MDX, in words for its author. Throws what is no message of the parser. */
export function explainSyntax(error: unknown, body: string): Finding {
  const parsed = messageSchema.safeParse(error)
  if (!parsed.success) throw error
  const { reason, ruleId, line, column } = parsed.data
  const lines = body.split('\n')
  if (/^Unexpected end of file in expression/.test(reason))
    return { ...lastBrace(lines, line), message: braces }
  if (ruleId === 'acorn') return { line, column, message: braces }
  if (/^Unexpected character `!`/.test(reason)) {
    return { line, column, message: 'an HTML comment is not MDX, and a post has no comments: take it out' }
  }
  const advice = /^Unexpected (?:character|end of file)/.test(reason) ? '; to show < write \\<' : ''
  return { line, column, message: `this is not MDX: ${reason}${advice}` }
}

/** The brace that was never closed: the parser only says where it gave up. */
function lastBrace(lines: string[], from: number): { line: number; column: number } {
  for (let line = from; line > 0; line--) {
    const column = (lines[line - 1] ?? '').lastIndexOf('{') + 1
    if (column > 0) return { line, column }
  }
  return { line: from, column: 1 }
}
