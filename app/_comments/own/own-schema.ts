import * as z from 'zod/mini'
import type { Block, Inline } from '@/lib/comments/parse-text'

const inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ kind: z.literal('code'), text: z.string() }),
    z.object({ kind: z.literal('break') }),
    z.object({ kind: z.enum(['em', 'strong']), children: z.array(inline) }),
    z.object({
      kind: z.literal('link'),
      href: z.string().check(z.regex(/^(https?|mailto):/)),
      children: z.array(inline),
    }),
  ]),
)

const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.union([
    z.array(inline),
    z.object({ kind: z.literal('quote'), children: z.array(block) }),
    z.object({ kind: z.literal('code'), text: z.string() }),
  ]),
)

const number = z.nullable(z.int().check(z.positive()))

const own = z.object({
  id: z.uuid(),
  number,
  /** The number of the comment it answers; null at the top. */
  parentNumber: number,
  /** False while it is published. */
  isHeld: z.boolean(),
  forAuthor: z.boolean(),
  name: z.string(),
  swatch: z.string(),
  /** As typed, for the form, and as it is drawn. */
  body: z.string(),
  text: z.array(block),
  /** When it was published, or else written: for machines, to the minute, and for its writer. */
  at: z.string(),
  date: z.string(),
  isEdited: z.boolean(),
  /** What is to be known before it is changed; null when there is nothing. */
  beforeEdit: z.nullable(z.string()),
  /** How long it may still be changed, in seconds; 0 when no more. */
  secondsLeft: z.int().check(z.nonnegative()),
})

/** One's own comment as it is drawn. */
export type ShownOwn = z.output<typeof own>

/** What `/posts/SLUG/mine` answers. */
export const mineSchema = z.object({
  author: z.string(),
  lengths: z.object({ body: z.int(), name: z.int(), email: z.int(), website: z.int() }),
  comments: z.array(own),
})
