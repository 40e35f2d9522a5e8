import { z } from 'zod'

/** Where a page of one's own comments begins, in an address: `TIME_ID`, before the year 5139. */
const cursor = z
  .string()
  .regex(/^\d{1,14}_[0-9a-f-]{36}$/)
  .transform((text) => {
    const [time = '', id = ''] = text.split('_')
    return { shownAt: new Date(Number(time)), id }
  })
  .refine(({ id }) => z.uuid().safeParse(id).success)

const isThere = z.literal('1').optional().catch(undefined)

const schema = z.object({ after: cursor.nullable().catch(null), asked: isThere, erased: isThere })

type MyQuery = {
  after: z.output<typeof cursor> | null
  /** What has just been done, and is told. */
  told: 'asked' | 'erased' | null
}

/** Reads the query of an address of one's own comments; what makes no sense there is as if it were not. */
export function parseMyQuery(query: Record<string, string | string[] | undefined>): MyQuery {
  const { after, asked, erased } = schema.parse(query)
  return { after, told: asked ? 'asked' : erased ? 'erased' : null }
}

/** The address of the page that begins after this comment. */
export function myPagePath({ shownAt, id }: { shownAt: Date; id: string }): string {
  return `/my-comments?after=${shownAt.getTime()}_${id}`
}
