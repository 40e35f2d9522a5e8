import type { Done, Left } from '@/lib/studio/done'
import type { Said } from './read-said'
import type { Mistake } from './typed-field'

/** What came of a form of the inbox; null before it was sent. */
export type ActState =
  | { ok: true; done: Done }
  /**
   * `mistake` is the problem when it is one of a field. `left` are the comments it is about, when they are left for a reason
   * of their own. `typed` is given back, so that no word is lost; its `body` is null where the text was left as it was, which
   * may be another one by now. `said` for whoever was signed out meanwhile. `back` is where it was sent from.
   */
  | {
      ok: false
      problem: string
      mistake: Mistake | null
      left: Left[]
      typed: { verb: string; reply: string; body: string | null }
      said: Said | null
      back: string
    }
  | null

export type UndoState = { ok: true } | { ok: false; problem: string } | null
