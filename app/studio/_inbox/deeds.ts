import type { Done, Left } from '@/lib/studio/done'
import type { Row } from './row'
import type { Mistake } from './typed-field'

/** Something the author did on this page, as long as it is told: to some rows, which it keeps though the list has them no more. */
export type Deed = {
  key: number
  rows: Row[]
  /** Whether its own form was sent, a letter was pressed, or the form for many was sent: told where that was done. */
  by: 'form' | 'key' | 'many'
  /** What was typed to answer; empty without. */
  said: string
  state:
    | { kind: 'sending' }
    | { kind: 'done'; done: Done; problem: string | null }
    | { kind: 'failed'; problem: string; mistake: Mistake | null; left: Left[] }
    /** Taken back: its rows are shown until the list has them again. */
    | { kind: 'restored' }
}

/** What is shown of a row: itself, and what was done to it last. */
export type Place = { row: Row; deed: Deed | null; isGone: boolean }

/** The rows in the order of the list, with those that deeds keep in the places they had. */
export function placeRows(rows: Row[], deeds: Deed[]): Place[] {
  const all = new Map(deeds.flatMap((deed) => deed.rows.map((row) => [row.id, row])))
  for (const row of rows) all.set(row.id, row)
  const sorted = [...all.values()].sort((a, b) => a.rank - b.rank || (a.id < b.id ? 1 : -1))
  return sorted.map((row) => {
    const deed = deeds.findLast((each) => each.rows.some(({ id }) => id === row.id)) ?? null
    return { row, deed, isGone: deed !== null && hides(deed, row) }
  })
}

/** Whether a row has left the list by what was done to it. */
function hides({ state, rows }: Deed, row: Row): boolean {
  if (state.kind !== 'done' || !state.done.ids.includes(row.id)) return false
  // The list has it where it stands now: it is shown alone.
  const isElsewhere = (before: Row) => before.status !== row.status || before.answers !== row.answers
  if (rows.some((before) => before.id === row.id && isElsewhere(before))) return false
  const { verb } = state.done
  if (verb === 'reply') return row.status !== 'published'
  return verb !== 'edit' && verb !== 'show-latest' && verb !== 'drop-latest'
}
