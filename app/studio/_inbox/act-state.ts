import type { Done } from '@/lib/studio/done'

/** What came of a form of the inbox; null before it was sent. */
export type ActState =
  | { ok: true; done: Done }
  /** `typed` is given back, so that no word is lost. */
  | { ok: false; problem: string; typed: { verb: string; reply: string; body: string } }
  | null

export type UndoState = { ok: true } | { ok: false; problem: string } | null
