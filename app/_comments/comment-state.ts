import type { FieldErrors, Typed } from '@/lib/comments/fields'
import type { Block } from '@/lib/comments/parse-text'

/** What `postComment` answers. Whatever did not end in a comment carries what was typed back into the form. */
export type CommentState =
  | { status: 'idle' }
  /** `told`: what its writer is to read of it. */
  | { status: 'published'; number: number; href: string; told: string }
  | { status: 'held'; id: string; href: string; told: string }
  /** Nothing was stored. */
  | { status: 'preview'; text: Block[]; typed: Typed }
  | { status: 'invalid'; errors: FieldErrors; typed: Typed }
  /** `limited`: too soon. `refused`: it would not help to send it again as it is, `no-parent`: not as a reply. `failed`: it would, later. */
  | { status: 'limited' | 'refused' | 'no-parent' | 'failed'; message: string; typed: Typed }

export const idle: CommentState = { status: 'idle' }
