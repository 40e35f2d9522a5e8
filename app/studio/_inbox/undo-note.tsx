'use client'

import { sayDone } from '@/lib/studio/done'
import type { Deed } from './deeds'

type UndoNoteProps = { deed: Deed; onUndo: (deed: Deed) => void }

/** In the place of a row, or above it: what was done, and for ten seconds the way back. */
export function UndoNote({ deed, onUndo }: UndoNoteProps) {
  const { state, rows } = deed
  if (state.kind === 'failed') return <p className="case-problem">{state.problem}</p>
  if (state.kind !== 'done') return null
  const [first] = rows
  const words = sayDone(state.done, rows.length === 1 && first ? first.name : null)
  return (
    <div className="undo rail">
      <p>
        {words}
        {state.problem !== null && <span className="case-problem"> {state.problem}</span>}
      </p>
      <button className="quiet" type="button" onClick={() => onUndo(deed)}>
        Undo
      </button>
    </div>
  )
}
