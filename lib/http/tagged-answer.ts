import { createHash } from 'node:crypto'

/** A text, and the `ETag` by which whoever has it already knows it again. */
export type TaggedText = { text: string; tag: string }

/** Weak, as the server may compress it on its way (RFC 9110, section 8.8.1). */
export function tagText(text: string): TaggedText {
  return { text, tag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}

/**
 * Answers with the text, or with 304 and no body to somebody whose `If-None-Match` names its tag (RFC 9110, sections
 * 13.1.2 and 15.4.5).
 */
export function answerTagged(request: Request, { text, tag }: TaggedText, headers: Headers): Response {
  headers.set('ETag', tag)
  if (!isKnown(request.headers.get('If-None-Match'), tag)) return new Response(text, { headers })
  headers.delete('Content-Type')
  return new Response(null, { status: 304, headers })
}

/** Compared weakly: a strong tag of the same letters is the same. */
function isKnown(tags: string | null, tag: string): boolean {
  if (tags === null) return false
  if (tags.trim() === '*') return true
  return tags.split(',').some((each) => each.trim().replace(/^(W\/)?/, 'W/') === tag)
}
