'use client'

import { sayDone } from '@/lib/studio/done'
import type { Deed } from './deeds'
import { LeftNote } from './left-note'
import { ProblemNote } from './problem-note'

type DeedNoteProps = { deed: Deed; back: string; onUndo: (deed: Deed) => void }

/** In the place of a row, above it, or below the form for many: what was done, and for ten seconds the way back. */
export function DeedNote({ deed, back, onUndo }: DeedNoteProps) {
  const { state, rows, by } = deed
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? null
  if (state.kind === 'failed') {
    const { problem, mistake, left } = state
    // It stands at its field, which is not where the focus is.
    if (mistake) return by === 'key' && <span className="vh">{problem}</span>
    return (
      by === 'many' && (
        <p className="case-problem">
          <ProblemNote {...{ problem, left, nameOf }} loadPath={back} />
        </p>
      )
    )
  }
  if (state.kind !== 'done') return null
  const [first] = rows
  const words = sayDone(state.done, rows.length === 1 && first ? first.name : null)
  return (
    <div className="undo rail">
      <p>
        {words}
        <LeftNote left={state.done.left ?? []} nameOf={nameOf} />
        {state.problem !== null && <span className="case-problem"> {state.problem}</span>}
      </p>
      <button className="quiet" type="button" onClick={() => onUndo(deed)}>
        Undo
      </button>
    </div>
  )
}
