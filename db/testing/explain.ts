import pg from 'pg'
import { vi } from 'vitest'
import { z } from 'zod'
import type { Db } from '../client'

const callSchema = z.tuple([z.object({ text: z.string() }), z.array(z.unknown())])

/** How Postgres goes about each query of `ask`, in the words of `explain`. For a database reached with `pg`. */
export async function explain(db: Db, ask: () => Promise<unknown>): Promise<string[]> {
  const pool = db.$client
  if (!(pool instanceof pg.Pool)) throw new Error('Only the pool of `pg` is listened to.')
  const listener = vi.spyOn(pool, 'query')
  await ask()
  const calls = listener.mock.calls.map((call) => callSchema.parse(call.slice(0, 2)))
  listener.mockRestore()
  const plans = []
  for (const [{ text }, values] of calls) {
    const { rows } = await pool.query<string[]>({ text: `explain ${text}`, values, rowMode: 'array' })
    plans.push(rows.flat().join('\n'))
  }
  return plans
}
