import { z } from 'zod'

/** What the database process tells the one that started it, once. */
export const reportSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('listening') }),
  z.object({ state: z.literal('refused'), pid: z.number().int() }),
  z.object({ state: z.literal('failed'), reason: z.string() }),
])

export type Report = z.output<typeof reportSchema>
