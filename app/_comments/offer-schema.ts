import * as z from 'zod/mini'

/** What `/latest-posts` answers: posts to choose from, newest first, or null when there are none. */
export const offerSchema = z.nullable(
  z.object({ posts: z.array(z.object({ title: z.string(), choice: z.string() })).check(z.minLength(1)) }),
)

export type ShownOffer = z.output<typeof offerSchema>
