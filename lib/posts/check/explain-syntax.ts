import { VFileMessage } from 'vfile-message'
import type { Finding } from './finding'

/** What the parser says when the text is not MDX, in words for its author. Throws what is no message of the parser. */
export function explainSyntax(error: unknown, body: string): Finding {
  if (!(error instanceof VFileMessage)) throw error
  const line = error.line ?? 1
  const column = error.column ?? 1
  return { line, column, message: explain(error, body.split('\n')[line - 1] ?? '') }
}

function explain({ reason, ruleId }: VFileMessage, line: string): string {
  if (/^Unexpected character `!`/.test(reason))
    return 'an HTML comment is not MDX, and a post has no comments: take it out'
  if (ruleId === 'acorn' || /in expression/.test(reason)) {
    return 'an expression in braces is not allowed in a post; to show a brace write \\{'
  }
  if (/^Unexpected (?:closing )?(?:end|closing)/i.test(reason) || /Expected a closing tag/.test(reason))
    return `this is not MDX: ${reason}`
  if (/^Unexpected character/.test(reason) && line.includes('<'))
    return `this is not MDX: ${reason}; to show < write \\<`
  return `this is not MDX: ${reason}`
}
