import { z } from 'zod'

/** After whom a page of those who still wait for an answer begins; null for the first page. */
export type WaitingAsk = { after: { publishedAt: Date; id: string } | null }

const schema = z.object({
  after: z
    .string()
    .regex(/^\d{1,13}_[0-9a-f-]{36}$/)
    .transform((text) => {
      const [time = '', id = ''] = text.split('_')
      return { publishedAt: new Date(Number(time)), id }
    })
    .refine(({ id }) => z.uuid().safeParse(id).success)
    .nullable()
    .catch(null),
})

/** Reads the query of an address of the list; what makes no sense there is as if it were not. */
export function parseWaitingQuery(query: Record<string, string | string[] | undefined>): WaitingAsk {
  return schema.parse(query)
}

/** The address of a page of the list. */
export function waitingPath({ after }: WaitingAsk): string {
  return after ? `/studio/waiting?after=${after.publishedAt.getTime()}_${after.id}` : '/studio/waiting'
}
