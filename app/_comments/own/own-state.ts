import type { ShownOwn } from './own-schema'

/** What the actions on one's own comment answer. `body` is what was typed, which goes back into the form. */
export type OwnState =
  | { status: 'idle' }
  /** `own` is the comment as it stands now; null when it could not be read again. */
  | { status: 'saved'; own: ShownOwn | null }
  | { status: 'deleted' }
  | { status: 'invalid'; message: string; body: string }
  /** `refused`: it would not help to send it again as it is. `failed`: it would, later. */
  | { status: 'refused' | 'failed'; message: string; body: string }

export const idle: OwnState = { status: 'idle' }
