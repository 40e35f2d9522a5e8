import { z } from 'zod'
import { type Standing, standings } from '../comments/decision'

/** Whom a page of the list of people shows, and after whom it begins. */
export type PeopleAsk = { standing: Standing | null; after: { lastSeen: Date; key: string } | null }

const schema = z.object({
  standing: z.enum(standings).nullable().catch(null),
  after: z
    .string()
    .regex(/^\d{1,13}_.{1,200}$/)
    .transform((text) => {
      const [time = ''] = text.split('_', 1)
      return { lastSeen: new Date(Number(time)), key: text.slice(time.length + 1) }
    })
    .nullable()
    .catch(null),
})

/** Reads the query of an address of the list; what makes no sense there is as if it were not. */
export function parsePeopleQuery(query: Record<string, string | string[] | undefined>): PeopleAsk {
  return schema.parse(query)
}

/** The address of a page of the list. */
export function peoplePath({ standing, after }: Partial<PeopleAsk>): string {
  const query = new URLSearchParams()
  if (standing) query.set('standing', standing)
  if (after) query.set('after', `${after.lastSeen.getTime()}_${after.key}`)
  return query.size === 0 ? '/studio/people' : `/studio/people?${query}`
}

/** The address of one person. */
export function personPath(key: string): string {
  return `/studio/people/${encodeURIComponent(key)}`
}
