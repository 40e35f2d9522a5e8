import { z } from 'zod'
import { type Cursor, cursorSchema, writeCursor } from '../comments/cursor'

/** After whom a page of those who still wait for an answer begins; null for the first page. */
export type WaitingAsk = { after: Cursor | null }

const schema = z.object({ after: cursorSchema.nullable().catch(null) })

/** Reads the query of an address of the list; what makes no sense there is as if it were not. */
export function parseWaitingQuery(query: Record<string, string | string[] | undefined>): WaitingAsk {
  return schema.parse(query)
}

/** The address of a page of the list. */
export function waitingPath({ after }: WaitingAsk): string {
  return after ? `/studio/waiting?after=${writeCursor(after)}` : '/studio/waiting'
}
