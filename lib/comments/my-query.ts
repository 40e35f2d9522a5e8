import { z } from 'zod'
import { type Cursor, cursorSchema, writeCursor } from './cursor'

const isThere = z.literal('1').optional().catch(undefined)

const schema = z.object({ after: cursorSchema.nullable().catch(null), asked: isThere, erased: isThere })

type MyQuery = {
  after: Cursor | null
  /** What has just been done, and is told. */
  told: 'asked' | 'erased' | null
}

/** Reads the query of an address of one's own comments; what makes no sense there is as if it were not. */
export function parseMyQuery(query: Record<string, string | string[] | undefined>): MyQuery {
  const { after, asked, erased } = schema.parse(query)
  return { after, told: asked ? 'asked' : erased ? 'erased' : null }
}

/** The address of the page that begins after this comment. */
export function myPagePath(after: Cursor): string {
  return `/my-comments?after=${writeCursor(after)}`
}
