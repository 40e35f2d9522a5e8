import { z } from 'zod'

/** Where a page of a list begins: after the comment of this id, which stands at this time in the order of the list. */
export type Cursor = { at: Date; id: string }

/** Reads `TIME_ID`, as `writeCursor` writes it; of no time after the year 2286. */
export const cursorSchema = z
  .string()
  .regex(/^\d{1,13}_[0-9a-f-]{36}$/)
  .transform((text): Cursor => {
    const [time = '', id = ''] = text.split('_')
    return { at: new Date(Number(time)), id }
  })
  .refine(({ id }) => z.uuid().safeParse(id).success)

/** For an address: the time in milliseconds, and the id. */
export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime()}_${id}`
}
